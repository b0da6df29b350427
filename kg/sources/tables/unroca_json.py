"""The file of one country from the service of the UN Register of Conventional Arms: each figure is a row.

Its lists have a row for each partner and two columns for each category: the country's own report and the
partner's. Its series have a figure for each year, of the country or of all others together.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from kg.sources.tables.encoding import decoded
from kg.sources.tables.json_rows import loaded, table_of
from kg.sources.tables.layout import Reader
from kg.sources.tables.table import Table, refusal
from kg.version import __version__

_FIGURE = re.compile(r"([a-z]+[a-z0-9_]*)_([12])")
_BY = {"1": "own", "2": "partner"}


def read(raw: bytes, name: str, reader: Reader) -> Table:
    """Read the file of a country; see `kg.sources.tables.reading.read_table`."""
    text, _ = decoded(raw, ["utf-8"], name)
    value = loaded(text, name)
    country = value.get("country", {}).get("name_en") if isinstance(value, dict) else None
    if not isinstance(country, str):
        raise refusal(
            "it says of no country", name, 1, expected='{"country": {"name_en": ...}, "hw_imp": [...]}'
        )
    rows = [row for key, rows in value.items() if isinstance(rows, list) for row in _rows(key, rows)]
    year = _only_year(value.get("available_reports"))
    records = [
        (number, json.dumps({"country": country, "year": year, **row}, ensure_ascii=False))
        for number, row in enumerate(rows, 1)
    ]
    return table_of(records, raw, name, reader, "application/json", f"kg {__version__}")


def _rows(key: str, rows: list[Any]) -> Iterator[dict[str, Any]]:
    """Yield each figure of a list or a series of the file."""
    side = "import" if "_imp" in key else "export" if "_exp" in key else None
    for row in rows if side else ():
        if not isinstance(row, dict):
            continue
        if key.endswith("_time"):
            for by, values in (("own", row.get("own_values")), ("partner", row.get("other_values"))):
                for one in values or ():
                    if isinstance(one, dict) and one.get("amount") is not None:
                        yield {
                            "list": key,
                            "side": side,
                            "partner": None,
                            "category": row.get("tow"),
                            "name": row.get("tow_verbose"),
                            "by": by,
                            "year": one.get("year"),
                            "amount": one["amount"],
                            "classified": bool(one.get("contains_classified")),
                        }
            continue
        for field, amount in row.items():
            found = _FIGURE.fullmatch(field)
            if found and amount is not None:
                yield {
                    "list": key,
                    "side": side,
                    "partner": row.get("country"),
                    "category": found[1],
                    "by": _BY[found[2]],
                    "amount": amount,
                }


def _only_year(reports: Any) -> int | None:
    """Return the year of the only report; of several the lists do not say which one they are from."""
    years = {one.get("year") for one in reports or () if isinstance(one, dict)}
    return next(iter(years)) if len(years) == 1 else None
