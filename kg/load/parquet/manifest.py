"""What a folder of tables holds: `kg-parquet.json`, written last, for without it a folder is not whole."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, NamedTuple

from kg.errors import Problem, SeedError
from kg.load.parquet.layout import Table, tables
from kg.version import __version__

FILE = "kg-parquet.json"
FORMAT = "kg-parquet"
VERSION = 1
"""Raised when the tables mean something else than before; new columns show by themselves."""
AGAIN = "write it again with 'kg export parquet' of this kg"


class Held(NamedTuple):
    """What a manifest says of one table: rows, and the SHA-256 of its file."""

    rows: int
    sha256: str


class Manifest(NamedTuple):
    """What a folder holds.

    Attributes:
        fingerprint: of the facts that it was written from.
        tables: what is said of each, by name.
    """

    fingerprint: str
    tables: dict[str, Held]

    @property
    def facts(self) -> int:
        """How many facts there are."""
        return sum(held.rows for name, held in self.tables.items() if not tables()[name].edges)

    def text(self) -> str:
        """Return it as it is written."""
        record = {
            "format": FORMAT,
            "version": VERSION,
            "kg": __version__,
            "fingerprint": self.fingerprint,
            "facts": self.facts,
            "tables": {
                name: {"file": tables()[name].file, **held._asdict(), "columns": tables()[name].types}
                for name, held in self.tables.items()
            },
        }
        return json.dumps(record, indent=1) + "\n"


def hash_of(file: Path) -> str:
    """Return the SHA-256 of a file."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def read(folder: Path) -> Manifest:
    """Return what a folder holds, once every table is seen to be what the manifest says.

    Raises:
        SeedError: there is no manifest, it is of another version, or tables are missing, changed or not those
            of this version; each is named.
    """
    record = _record(folder)
    said = record["tables"]
    wrong = [what for name, table in tables().items() if (what := _fault(folder, table, said.get(name)))]
    if wrong:
        raise SeedError(*(Problem(what, todo=AGAIN) for what in wrong))
    held = {name: Held(each["rows"], each["sha256"]) for name, each in said.items()}
    return Manifest(record["fingerprint"], {name: held[name] for name in tables()})


def _record(folder: Path) -> dict[str, Any]:
    file = folder / FILE
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
        told = (record["format"], record["version"])
        if told == (FORMAT, VERSION):
            assert isinstance(record["fingerprint"], str)
            assert all({"rows", "sha256", "columns"} <= each.keys() for each in record["tables"].values())
    except FileNotFoundError as error:
        what = f"{folder} has no {FILE}: it is no folder of 'kg export parquet', or its export was cut off"
        raise SeedError(Problem(what, todo=AGAIN)) from error
    except OSError as error:
        raise SeedError(Problem(f"cannot read {file}: {error.strerror}", todo="check its rights")) from error
    except (ValueError, KeyError, TypeError, AttributeError, AssertionError) as error:
        raise SeedError(Problem(f"{file} is not as 'kg export parquet' writes it", todo=AGAIN)) from error
    if told != (FORMAT, VERSION):
        what = f"{file} is of version {told[1]} of {told[0]}"
        raise SeedError(Problem(what, expected=f"version {VERSION} of {FORMAT}", todo=AGAIN))
    return dict(record)


def _fault(folder: Path, table: Table, said: Any) -> str:
    """Return what is wrong with a table, nothing when it is as it shall be."""
    file = folder / table.file
    if said is None or not file.is_file():
        return f"{file}: the table is missing"
    if said["columns"] != table.types:
        both = said["columns"].items() ^ table.types.items()
        return f"{file}: other columns than those of this kg: {', '.join(sorted({name for name, _ in both}))}"
    return "" if hash_of(file) == said["sha256"] else f"{file}: it was changed, or not copied whole"
