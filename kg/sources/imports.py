"""Facts that a program wrote from a table: packed lines of JSON beside the seed files, checked like them.

`seeds/imports/<document>.jsonl.gz` holds the facts of one document, each line as in `kg export jsonl`.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from kg.errors import ExportError, Location, Problem, SeedError
from kg.sources.fingerprint import IMPORTED
from kg.sources.json_lines import decoded, ids_on, nothing
from kg.sources.lines import Source
from kg.sources.located import Written
from kg.system import reading
from kg.system.atomic_files import replacing
from kg.system.full_disk import refused

FOLDER = "imports"
"""Folder of the seeds in which they are written; they are read wherever they lie below the seeds."""
UNPACKED = 500_000_000
"""Bytes that one import may hold when it is unpacked."""
FAULTS = 1_000
"""Problems of one import after which nothing more of it is read."""


@dataclass(frozen=True)
class Stored:
    """What was written: where, how many facts, and how many bytes on disk."""

    path: Path
    facts: int
    size: int


@dataclass
class Imported:
    """What was read of one import.

    Attributes:
        written: the facts, right or wrong, with their lines.
        problems: what is wrong with single lines, or with the file.
        lost: what look like ids of facts that could not be read.
        blind: not even these are known, so that an unknown id says nothing.
        content: SHA-256 of its lines, however they are packed.
    """

    written: list[Written] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    blind: bool = False
    content: str = ""


def place(seeds: str | os.PathLike[str], document: str) -> Path:
    """Return where the facts of a document are written.

    Example:
        >>> place("seeds", "sipri-register-2026-03-12").as_posix()
        'seeds/imports/sipri-register-2026-03-12.jsonl.gz'
    """
    return Path(seeds, FOLDER, document + IMPORTED)


def write(seeds: str | os.PathLike[str], document: str, facts: Iterable[dict[str, Any]]) -> Stored:
    """Write the facts of a document, whole or not at all; equal facts give equal bytes.

    Args:
        seeds: folder of the seeds.
        document: id of the document that the facts were read from.
        facts: in the form of the lines of `kg export jsonl`, in the order in which they shall stand; each is
            written before the next one is asked for.

    Raises:
        ExportError: it cannot be written; what stood there before still does. So it is with any error of the
            facts themselves.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     stored = write(folder, "a-table", [{"type": "state", "id": "kp", "name": "North Korea"}])
        ...     stored.path.name, stored.facts, gzip.decompress(stored.path.read_bytes())
        ('a-table.jsonl.gz', 1, b'{"type": "state", "id": "kp", "name": "North Korea"}\\n')
    """
    path, count = place(seeds, document), 0
    try:
        with replacing(path) as file, _packed(file) as packed:
            for fact in facts:
                packed.write(json.dumps(fact, ensure_ascii=False).encode() + b"\n")
                count += 1
        return Stored(path, count, path.stat().st_size)
    except OSError as error:
        raise ExportError(
            refused(f"cannot write {path}", error, "make room, or name another folder")
        ) from error


def _packed(file: IO[bytes]) -> gzip.GzipFile:
    """Pack what is written without name and time, so that equal facts give equal bytes."""
    return gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=file, mtime=0)


def facts(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the facts of an import that was read before, in the form of its lines."""
    for _, line in Source(str(path), path, path.stat().st_size, packed=True).lines():
        yield json.loads(line)


def read(path: Path, name: str, seeds: str | os.PathLike[str]) -> Imported:
    """Read one import.

    Args:
        path: where it is.
        name: how messages call it.
        seeds: folder of the seeds, out of which no link may lead.
    """
    out = Imported()
    try:
        source = Source(name, path, reading.fit(path, reading.IMPORT, seeds), packed=True)
        left = UNPACKED
        for number, line in source.lines():
            left -= len(line)
            if left < 0:
                todo = "divide the table into several"
                raise SeedError(
                    Problem(f"it holds more than {UNPACKED:,} bytes", Location(name, number), todo=todo)
                )
            written, problems = decoded(line, name, number)
            out.problems += problems
            if written is not None:
                out.written.append(written)
            else:
                out.lost |= ids_on(line.decode(errors="replace"))
            if len(out.problems) > FAULTS:
                out.blind = True
                return out
        out.content = source.fingerprint.removeprefix("file:")
    except SeedError as error:
        out.problems += (p if p.where else p._replace(where=Location(name)) for p in error.problems)
        out.blind = True
    except OSError as error:
        todo = getattr(error, "todo", "check that it exists and may be read")
        out.problems.append(Problem(f"cannot be read: {error.strerror or error}", Location(name), todo=todo))
        out.blind = True
    if not out.written and not out.problems:
        out.problems.append(nothing(name))
    return out
