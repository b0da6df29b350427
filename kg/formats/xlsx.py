"""Facts as a workbook: a sheet for each kind and one of the links."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kg.formats.leaving import Exported
from kg.formats.tables import tables

if TYPE_CHECKING:
    from kg.model.kinds import Fact

FORMAT = "xlsx"
OF = "facts"
ENDINGS = (".xlsx",)
ABOUT = "A workbook with a sheet for each kind of fact and one of the links."
NEEDS = ("documents", "openpyxl")

_LONGEST = 32_767
"""Characters that a cell of a workbook may have."""
_FIRST_YEAR = 1900
_MOMENT = re.compile(rb"(?<=W3CDTF\">)[0-9T:-]+Z")
"""When a workbook was made, as its properties say it."""


def render(facts: Sequence[Fact]) -> Exported:
    """Write a workbook with a sheet for each kind of fact and one of the links between them.

    Days are days of the spreadsheet from 1900 on and text before; no cell is a formula.

    \b
    Example:
      kg export xlsx --output corpus.xlsx
    """
    from openpyxl import Workbook

    made, loss = tables(facts)
    book = Workbook(write_only=True)
    for name, table in made.items():
        sheet = book.create_sheet(name)
        sheet.append(table.columns)
        for row in table.rows:
            sheet.append([_cell(value) for value in row])
        key = table.columns.index("id") if "id" in table.columns else 0
        for row in table.rows:
            if any(isinstance(value, str) and len(value) > _LONGEST for value in row):
                loss.cut(f"the end of a text of more than {_LONGEST:,} characters", str(row[key]))
    out = io.BytesIO()
    book.save(out)
    return Exported(_timeless(out), loss)


def _timeless(book: io.BytesIO) -> bytes:
    """Return a packed file without the moment at which its parts were written."""
    out = io.BytesIO()
    with ZipFile(book) as packed, ZipFile(out, "w", ZIP_DEFLATED) as again:
        for part in packed.infolist():
            kept = ZipInfo(part.filename, (2000, 1, 1, 0, 0, 0))
            kept.compress_type = ZIP_DEFLATED
            again.writestr(kept, _MOMENT.sub(b"2000-01-01T00:00:00Z", packed.read(part)))
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, date):
        return value if value.year >= _FIRST_YEAR else value.isoformat()
    return value[:_LONGEST] if isinstance(value, str) else value
