"""Results as a Markdown table (GitHub's flavour)."""

from __future__ import annotations

import re

from kg.formats.text import cell, visible
from kg.questions.result import Result


def render(result: Result) -> str:
    """Return the title and a table; characters that Markdown would read are escaped."""
    lines = [f"**{_escaped(result.title)}**", ""]
    lines.append("| " + " | ".join(column.name for column in result.columns) + " |")
    lines.append("|" + " --- |" * len(result.columns))
    lines += ["| " + " | ".join(_escaped(cell(value)) for value in row) + " |" for row in result.rows]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>|#])", r"\\\1", visible(text)).replace("\n", " ")
