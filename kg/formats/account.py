"""The account of a verdict as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from kg.formats.table import wrapped
from kg.formats.text import visible
from kg.language import ENGLISH
from kg.language.interface import table

SHOWN = 3
"""Ids of claims that are named after a sentence."""


def text(sentences: Iterable[Mapping[str, Any]], columns: int) -> str:
    """Return an account as text.

    Args:
        sentences: rows of the question `why` about one event.
        columns: width of the terminal.
    """
    lines: list[str] = []
    for part, rows in groupby(sentences, key=lambda row: row["part"]):
        heading = table(ENGLISH).get(f"account.part.{part}", "")
        if heading:
            lines += ["", heading]
        for row in rows:
            lead = "  - " if heading else ""
            lines += wrapped(visible(row["sentence"]), columns, lead, " " * len(lead))
            claims = row["claims"]
            if claims:
                more = f" and {len(claims) - SHOWN} more" if len(claims) > SHOWN else ""
                named = ", ".join(claims[:SHOWN]) + more
                lines += wrapped(visible(named), columns, " " * (len(lead) + 2), " " * (len(lead) + 2))
    return "\n".join(lines).lstrip("\n") + "\n"
