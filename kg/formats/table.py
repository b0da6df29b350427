"""Results as a table that fits the terminal.

Long cells are wrapped; when there are many columns, each row becomes a block.
"""

from __future__ import annotations

import re
import shutil
from typing import Any

from kg.errors import number_of
from kg.formats.paint import COLUMNS, painted
from kg.formats.text import cell, visible, width
from kg.language.directions import isolated, lines_apart
from kg.questions.result import Result
from kg.questions.spans import in_words

FORMAT = "table"
OF = "answer"
ENDINGS = (".txt",)
ABOUT = "a table that fits the terminal"

NARROWEST = 10
"""No column is squeezed below this many characters; rather each row becomes a block."""
MOST_LINES = 16
"""No cell is stretched over more lines than this; rather each row becomes a block."""
LONGEST_WORD = 24
"""Words longer than this may be cut."""
GAP = "  "
_WORD = re.compile(r"[^\s\-_/]+[\-_/]?")


def render(result: Result, *, color: bool = False) -> str:
    """Return the table for the terminal at hand; columns that are empty in every row are left out."""
    return fit(result, max(40, shutil.get_terminal_size((80, 24)).columns), color=color)


def fit(result: Result, columns: int, *, color: bool = False) -> str:
    """Return the table for a given number of terminal columns.

    Args:
        result: what to print.
        columns: cells in a line.
        color: whether stances and statuses are coloured as well.

    Example:
        >>> from kg.questions.result import Column
        >>> print(fit(Result("Who?", (Column("name", "str"),), [("Kim",)]), 40), end="")
        Who?
        <BLANKLINE>
        name
        ----
        Kim
        <BLANKLINE>
        1 row
    """
    result = in_words(result)
    wanted = [i for i, c in enumerate(result.columns) if not result.table or c.name in result.table]
    kept = [i for i in wanted if not result.rows or any(row[i] not in (None, []) for row in result.rows)]
    names = [result.columns[i].name.replace("_", " ") for i in kept]
    right = [result.columns[i].type.rstrip("?") in ("int", "float") for i in kept]
    cells = [[_words(row[i], result.columns[i].name) for i in kept] for row in result.rows]
    paint = [color and result.columns[i].name in COLUMNS for i in kept]
    head = "\n".join(
        [*wrapped(result.title, columns), *(wrapped(result.finding, columns) if result.finding else [])]
    )
    none = "no rows" if result.of_nothing else "no rows: nothing in the graph fits"
    foot = number_of(len(cells), "row") if cells else none
    if len(wanted) < len(result.columns):
        more = ", ".join(c.name for i, c in enumerate(result.columns) if i not in wanted)
        foot += "\n" + "\n".join(
            wrapped(f"Not shown here: {more}; --columns or another --format has them.", columns)
        )
    if result.note:
        foot += "\n" + "\n".join(wrapped(result.note, columns))
    if not cells:
        return f"{head}\n\n{foot}\n"
    widths = _widths(names, cells, columns)
    body = _grid(names, cells, widths, right, paint) if widths else _blocks(names, cells, columns, paint)
    return f"{head}\n\n{body}\n\n{foot}\n"


def _words(value: Any, column: str) -> str:
    if value is None and column.endswith("speaker"):
        return "(not named)"
    if (
        isinstance(value, list) and len(value) > 1
    ):  # a mark for each, so that one that is wrapped stands apart from the next
        value = [f"- {cell(item)}" for item in value]
    if isinstance(value, int) and abs(value) >= 10_000:
        return f"{value:,}"
    return visible(cell(value, "\n")) if value is not None and value != [] else "-"


def _widths(names: list[str], cells: list[list[str]], columns: int) -> list[int] | None:
    """Share the room: narrow columns get what they need, wide ones share the rest; None when it is too tight.

    No column gets less than its longest word takes, as long as there is room for that.
    """
    held = [[name, *(row[i] for row in cells)] for i, name in enumerate(names)]
    needs = [max(width(line) for text in texts for line in text.split("\n")) for texts in held]
    room = columns - len(GAP) * (len(names) - 1)
    words = [
        min(LONGEST_WORD, need, max(width(word) for text in texts for word in _WORD.findall(text) or [""]))
        for need, texts in zip(needs, held, strict=True)
    ]
    floors = words if sum(words) <= room else [0] * len(names)
    widths = _shared(needs, floors, room)
    if any(w < min(need, NARROWEST) for w, need in zip(widths, needs, strict=True)):
        return None
    longest = max(len(wrapped(row[i], widths[i])) for row in cells for i in range(len(names)))
    return widths if longest <= MOST_LINES else None


def _shared(needs: list[int], floors: list[int], room: int) -> list[int]:
    """Return a width for each column.

    None is below its floor or above its need; the room that is left is shared in equal parts.
    """
    widths = [0] * len(needs)
    open_ = sorted(range(len(needs)), key=lambda i: needs[i])
    while open_:
        share = room // len(open_)
        small = needs[open_[0]] <= share
        i = open_[0] if small else next((i for i in open_ if floors[i] > share), open_[0])
        open_.remove(i)
        left = room - sum(floors[other] for other in open_)
        widths[i] = min(needs[i], max(share, floors[i]), left)
        room -= widths[i]
    return widths


def _grid(
    names: list[str], cells: list[list[str]], widths: list[int], right: list[bool], paint: list[bool]
) -> str:
    heads = [wrapped(name, w) for name, w in zip(names, widths, strict=True)]
    high = max(map(len, heads))
    heads = [[""] * (high - len(head)) + head for head in heads]
    lines = [_line(list(parts), widths, right) for parts in zip(*heads, strict=True)]
    lines.append(GAP.join("-" * w for w in widths))
    tall = any(len(wrapped(text, w)) > 1 for row in cells for text, w in zip(row, widths, strict=True))
    for number, row in enumerate(cells):
        if tall and number:
            lines.append("")
        parts = [wrapped(text, w) for text, w in zip(row, widths, strict=True)]
        for k in range(max(len(p) for p in parts)):
            words = [text if tint else "" for text, tint in zip(row, paint, strict=True)]
            lines.append(_line([p[k] if k < len(p) else "" for p in parts], widths, right, words))
    return "\n".join(lines)


def _line(texts: list[str], widths: list[int], right: list[bool], words: list[str] | None = None) -> str:
    padded = []
    for place, (text, w, flush) in enumerate(zip(texts, widths, right, strict=True)):
        space = " " * (w - width(text))
        text = painted(isolated(text), words[place]) if words else isolated(text)
        padded.append(space + text if flush else text + space)
    return GAP.join(padded).rstrip()


def _blocks(names: list[str], cells: list[list[str]], columns: int, paint: list[bool]) -> str:
    indent = max(len(name) for name in names) + len(GAP)
    blocks = []
    for row in cells:
        lines = []
        for name, text, tint in zip(names, row, paint, strict=True):
            if text != "-":  # what is unknown is not shown in a block
                first, *rest = (
                    painted(isolated(line), text if tint else "") for line in wrapped(text, columns - indent)
                )
                lines += [name.ljust(indent) + first, *(" " * indent + line for line in rest)]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def wrapped(text: str, room: int, first: str = "", rest: str = "") -> list[str]:
    """Wrap a text at blanks to a number of terminal cells; words that are too long are cut.

    Args:
        text: what to wrap.
        room: cells in a line, indents included.
        first: what stands before the first line.
        rest: what stands before every other line, as wide as `first`.
    """
    room = max(10, room - width(first))
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            while width(word) > room:
                if line:
                    lines.append(line)
                    line = ""
                cut = _cut(word, room)
                lines.append(word[:cut])
                word = word[cut:]
            if not line:
                line = word
            elif width(line) + 1 + width(word) <= room:
                line += " " + word
            else:
                lines.append(line)
                line = word
        lines.append(line)
    return [(rest if i else first) + line for i, line in enumerate(lines_apart(lines))]


def _cut(word: str, room: int) -> int:
    """Return where to cut a long word.

    This is after a hyphen or underscore if there is one, and else where the room ends.
    """
    taken, end, soft = 0, 0, 0
    for end, char in enumerate(word):
        taken += width(char)
        if taken > room:
            break
        if char in "-_/" and end > room // 3:
            soft = end + 1
    return soft or max(end, 1)
