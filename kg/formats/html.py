"""Results as one page of HTML that needs nothing else: a table with what was asked above it."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from importlib import resources
from typing import Any

from kg.errors import number_of
from kg.formats.paint import CODES, COLUMNS
from kg.formats.text import cell
from kg.model.stances import BLUE, CYAN, MAGENTA, RED, YELLOW
from kg.questions.result import Result
from kg.questions.spans import in_words

FORMAT = "html"
OF = "answer"
ENDINGS = (".html", ".htm")
ABOUT = "a page with the table and what was asked"

NUMBERS = ("int", "float")
INKS = {BLUE: "other", RED: "bad", YELLOW: "unsure", CYAN: "other", MAGENTA: "other"}
"""Class of a cell by the colour that its word has on a terminal."""


def render(result: Result) -> str:
    """Return the page; whatever the rows hold is escaped.

    The day at the foot is that of SOURCE_DATE_EPOCH when that is set, so that pages can be made again byte by
    byte.
    """
    from jinja2 import Environment, StrictUndefined

    result = in_words(result)
    text = (resources.files("kg.formats") / "html.html").read_text("utf-8").replace("\r\n", "\n")
    template = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).from_string(text)
    heads = [(column.name.replace("_", " "), column.type.rstrip("?") in NUMBERS) for column in result.columns]
    rows = [
        [
            _cell(value, column.name, column.type.rstrip("?"))
            for value, column in zip(row, result.columns, strict=True)
        ]
        for row in result.rows
    ]
    asked = [
        (name.replace("_", " "), cell(value))
        for name, value in result.parameters.items()
        if value is not None
    ]
    return (
        template.render(
            title=result.finding or result.title,
            question=result.title if result.finding else "",
            asked=asked,
            heads=heads,
            rows=rows,
            note=result.note,
            number_of=number_of,
            day=_today().isoformat(),
        )
        + "\n"
    )


def _cell(value: Any, column: str, kind: str) -> dict[str, Any]:
    items = [cell(item) for item in value] if isinstance(value, list) else []
    text = "" if items else f"{value:,}" if isinstance(value, int) and abs(value) >= 10_000 else cell(value)
    ink = INKS.get(CODES.get(text, ""), "") if column in COLUMNS else ""
    mark = ink or ("day" if kind == "date" else "")
    return {"text": text, "items": items, "number": kind in NUMBERS, "mark": mark}


def _today() -> date:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else date.today()
