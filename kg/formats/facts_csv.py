"""Facts as CSV (RFC 4180): a file for each kind and one of the links, for spreadsheets and programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.formats.leaving import Exported
from kg.formats.tables import Table, tables
from kg.formats.text import BOM

if TYPE_CHECKING:
    from kg.model.kinds import Fact

FORMAT = "csv"
OF = "facts"
ENDINGS = ()
ABOUT = "A table for each kind of fact and one of the links (CSV)."
OPTIONS = {"bom": ("no", "'yes' begins each file with the mark by which Excel knows UTF-8.")}


def render(facts: Sequence[Fact], *, bom: str = "no") -> Exported:
    """Write a table for each kind of fact and one of the links between them into a folder.

    Days are YYYY-MM-DD, what is unknown is empty, and text that a spreadsheet would take for a formula
    begins with an apostrophe.

    \b
    Example:
      kg export csv build/tables --bom yes
    """
    made, loss = tables(facts)
    mark = BOM if bom == "yes" else ""
    return Exported({f"{name}.csv": mark + _text(table) for name, table in made.items()}, loss)


def _text(table: Table) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(table.columns)
    writer.writerows(table.rows)
    return out.getvalue()
