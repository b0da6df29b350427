"""Results as a Markdown table (GitHub's flavour)."""

from __future__ import annotations

import re

from kg.formats.text import cell, visible
from kg.questions.result import Result
from kg.questions.spans import in_words

FORMAT = "markdown"
OF = "answer"
ENDINGS = (".md",)
ABOUT = "a Markdown table"


def render(result: Result) -> str:
    """Return the title and a table; characters that Markdown would read are escaped."""
    result = in_words(result)
    lines = [f"**{_escaped(result.title)}**", ""]
    lines += [_escaped(result.finding), ""] if result.finding else []
    lines.append("| " + " | ".join(column.name for column in result.columns) + " |")
    lines.append("|" + " --- |" * len(result.columns))
    lines += ["| " + " | ".join(_escaped(cell(value)) for value in row) + " |" for row in result.rows]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>|#])", r"\\\1", visible(text)).replace("\n", " ")
