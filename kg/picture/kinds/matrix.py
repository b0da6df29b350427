"""The heat table: who passes on whom, or who does what, with the number of claims in each cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.model.stances import STANCES
from kg.picture.caption import caption, empty
from kg.picture.drawing import Drawing, Node, Rule, TextBlock
from kg.picture.frame import framed
from kg.picture.looks import HEATS
from kg.picture.metrics import ROLE_PX, cut, wrap
from kg.picture.speaker import Speaker
from kg.picture.subject import Subject

MOST_ROWS, MOST_COLUMNS = 30, 18
"""Rows and columns that one picture holds."""
NAME_PX, CELL_PX, TOTAL_PX, ROW_PX = 250.0, 88.0, 56.0, 30.0
CELLS_PX = 784.0
"""Room for all cells of a row; where it is too little for all names of columns, those stand as steps."""
NARROW_PX, COUNT_PX = 328.0, 40.0
"""Width of a drawing for a phone, and of a number in it."""
HEAD_LINES = 5
STEP_PX = 17.0
"""From line to line of a column's name."""


class _End(NamedTuple):
    """What a row or a column stands for; `fact` is empty for what no fact stands for."""

    key: str
    name: str
    fact: str


class _Table(NamedTuple):
    """Claims by cell, with rows and columns in order."""

    way: str
    rows: list[_End]
    columns: list[_End]
    cells: Mapping[tuple[str, str], tuple[str, ...]]

    def of(self, row: str = "", column: str = "") -> tuple[str, ...]:
        """Return the claims of a row or a column that is drawn, each once."""
        shown = {c.key for c in self.columns}, {r.key for r in self.rows}
        return tuple(
            dict.fromkeys(
                claim
                for (r, c), claims in self.cells.items()
                if row in ("", r) and column in ("", c) and c in shown[0] and r in shown[1]
                for claim in claims
            )
        )


def matrix(subject: Subject) -> Drawing:
    """Draw who passes on whom; without relays, how the figures of each outlet are sourced, or who does what.

    Returns:
        The drawing: a row for each who tells, a column for each who is told of, most first, with the number
        of claims in each cell, darker for more, and sums at the ends.
    """
    way, found = _found(subject)
    cells = {key: tuple(sorted(claims)) for key, claims in found.items()}
    if not cells:
        return empty(subject, "matrix")
    table = _table(way, cells)
    drawn = set(table.of())
    left_out = len({c for claims in cells.values() for c in claims} - drawn)
    paint = _narrow if subject.narrow else _wide
    nodes, texts, rules = paint(subject, table)
    words = caption(
        subject, sorted(drawn), "matrix", left_out=left_out, more=subject.words(f"matrix.{way}.how")
    )
    return framed(
        Drawing(
            "matrix",
            subject.title,
            words,
            tuple(nodes),
            (),
            tuple(texts),
            tuple(rules),
            left_out=left_out,
        )
    )


Found = tuple[str, dict[tuple[_End, _End], set[str]]]


def _found(subject: Subject) -> Found:
    """Return what rows and columns are, and the claims of each cell."""
    for way, pairs in (("relays", _relays), ("outlets", _outlets), ("stances", _stances)):
        found: dict[tuple[_End, _End], set[str]] = defaultdict(set)
        for row, column, claim in pairs(subject):
            found[row, column].add(claim)
        if found:
            return way, found
    return "", {}


Pairs = Iterator[tuple[_End, _End, str]]


def _relays(subject: Subject) -> Pairs:
    for edge in subject.edges:
        if edge.type == "RELAYS":
            yield _who(subject.speaker(edge.start)), _who(subject.speaker(edge.end)), edge.start


def _outlets(subject: Subject) -> Pairs:
    """Yield how the speakers of the claims that outlets print are called."""
    outlets = {e.start: e.end for e in subject.edges if e.type == "PUBLISHED_BY"}
    for edge in subject.edges:
        if edge.type == "CITED_IN" and edge.end in outlets:
            how, by = subject.speaker(edge.start).how, outlets[edge.end]
            column = _End(f"how:{how}", subject.words(f"matrix.{how}"), "")
            yield _End(by, subject.name(by), by), column, edge.start


def _stances(subject: Subject) -> Pairs:
    for claim in subject.claims():
        stance = subject.stance(claim)
        if stance in STANCES:
            column = _End(f"stance:{stance}", subject.words.either("stance", stance), "")
            yield _who(subject.speaker(claim)), column, claim


def _who(speaker: Speaker) -> _End:
    if speaker.how == "unknown":
        return _End("nobody", speaker.name, "")
    return _End(speaker.id or f"name:{speaker.name}", speaker.name, speaker.id)


def _table(way: str, cells: Mapping[tuple[_End, _End], tuple[str, ...]]) -> _Table:
    """Put rows and columns in order.

    Rows by how much they have; columns of people below the row that uses them most, so that what belongs
    together stands near the diagonal, and the others in the order of the words.
    """
    sums: dict[_End, int] = defaultdict(int)
    for (row, column), claims in cells.items():
        sums[row._replace(key=f"row {row.key}")] += len(claims)
        sums[column._replace(key=f"col {column.key}")] += len(claims)

    def most(ends: set[_End], side: str) -> list[_End]:
        return sorted(ends, key=lambda e: (-sums[e._replace(key=f"{side} {e.key}")], e.name, e.key))

    rows = most({row for row, _ in cells}, "row")[:MOST_ROWS]
    at = {row: i for i, row in enumerate(rows)}
    columns = most({column for row, column in cells if row in at}, "col")
    if way == "relays":
        columns = columns[:MOST_COLUMNS]
        columns.sort(key=lambda c: min((-len(cells[r, c]), at[r]) for r in rows if (r, c) in cells)[::-1])
    else:
        order = [f"stance:{word}" for word in STANCES] + ["how:named", "how:described", "how:unknown"]
        columns.sort(key=lambda c: order.index(c.key))
    kept = set(columns)
    rows = [row for row in rows if any((row, column) in cells for column in kept)]
    return _Table(way, rows, columns, {(r.key, c.key): claims for (r, c), claims in cells.items()})


Painted = tuple[list[Node], list[TextBlock], list[Rule]]


def _wide(subject: Subject, table: _Table) -> Painted:
    w = subject.words
    nodes: list[Node] = []
    texts = [TextBlock(0, -ROW_PX / 2, w(f"matrix.{table.way}.rows"), "start", "lane")]
    rules: list[Rule] = []
    names = [wrap(row.name, NAME_PX - 12, 2, ROLE_PX["row"]) for row in table.rows]
    tall = max(ROW_PX, STEP_PX * max(map(len, names)))
    cell = min(CELL_PX, CELLS_PX / len(table.columns))
    width = NAME_PX + cell * len(table.columns)
    high = _heads(table, cell, texts, rules)
    top = -ROW_PX / 2 - STEP_PX * max(high, 2) - 10
    head = cut(w(f"matrix.{table.way}.columns"), max(width + TOTAL_PX - NAME_PX, 220), 14, True)
    texts.append(TextBlock(NAME_PX, top - 10, head, "start", "lane"))
    for i in range(len(table.columns)):
        x = NAME_PX + cell * i
        rules.append(Rule(x, 0, x, tall * len(table.rows), "grid"))
    sum_x = width + TOTAL_PX / 2 + 6
    texts.append(TextBlock(sum_x, -ROW_PX / 2, w("matrix.sum"), "middle", "axis"))
    for i, (row, lines) in enumerate(zip(table.rows, names, strict=True)):
        y = tall * (i + 0.5)
        own = table.of(row.key)
        for n, line in enumerate(lines):
            at = y + STEP_PX * (n - (len(lines) - 1) / 2)
            texts.append(TextBlock(0, at, line, "start", "row", row.fact, own))
        texts.append(TextBlock(sum_x, y, w.number(len(own)), "middle", "row", "", own))
        rules.append(Rule(0, y + tall / 2, width, y + tall / 2, "grid"))
        for k, column in enumerate(table.columns):
            if claims := table.cells.get((row.key, column.key)):
                middle = NAME_PX + cell * (k + 0.5), y
                nodes.append(_cell(subject, table, row, column, claims, middle, (cell - 4, tall - 4)))
    y = tall * len(table.rows) + ROW_PX / 2 + 6
    rules += [Rule(0, 0, width, 0, "axis"), Rule(width, 0, width, tall * len(table.rows), "axis")]
    rules.append(Rule(0, tall * len(table.rows), width, tall * len(table.rows), "axis"))
    texts.append(TextBlock(0, y, w("matrix.sum"), "start", "axis"))
    for i, column in enumerate(table.columns):
        own = table.of(column=column.key)
        text = w.number(len(own))
        texts.append(TextBlock(NAME_PX + cell * (i + 0.5), y, text, "middle", "row", "", own))
    texts.append(TextBlock(sum_x, y, w.number(len(table.of())), "middle", "row"))
    return nodes, texts, rules


def _heads(table: _Table, cell: float, texts: list[TextBlock], rules: list[Rule]) -> int:
    """Write the names of the columns, and return how many lines they take.

    Narrow columns have their names on a line each, right to left from the top, with a line down.
    """
    steps = cell < CELL_PX
    high = 1
    for i, column in enumerate(table.columns):
        x, own = NAME_PX + cell * (i + 0.5), table.of(column=column.key)
        lines = [column.name] if steps else wrap(column.name, cell - 8, HEAD_LINES, ROLE_PX["row"])
        for n, line in enumerate(reversed(lines), i + 1 if steps else 0):
            y, high = -ROW_PX / 2 - STEP_PX * n, max(high, n + 1)
            if steps:
                line = cut(line, x - 8, ROLE_PX["row"])
                rules.append(Rule(x, y, x, 0, "grid"))
            at = x - 6 if steps else x
            texts.append(TextBlock(at, y, line, "end" if steps else "middle", "row", column.fact, own))
    return high


def _narrow(subject: Subject, table: _Table) -> Painted:
    """Return a list: each row with its sum, and below it its cells."""
    w = subject.words
    nodes: list[Node] = []
    texts: list[TextBlock] = []
    rules: list[Rule] = []
    y = 0.0
    for row in table.rows:
        own = table.of(row.key)
        rules.append(Rule(0, y, NARROW_PX, y, "lane"))
        y += 16
        sum_ = w.number(len(own))
        for n, line in enumerate(wrap(row.name, NARROW_PX - COUNT_PX, 2, 14, True)):
            texts.append(TextBlock(0, y, line, "start", "lane", row.fact, own))
            texts += [] if n else [TextBlock(NARROW_PX, y, sum_, "end", "row", "", own)]
            y += 18
        for column in sorted(table.columns, key=lambda c: -len(table.cells.get((row.key, c.key), ()))):
            claims = table.cells.get((row.key, column.key))
            if not claims:
                continue
            lines = wrap(column.name, NARROW_PX - COUNT_PX - 12, 2, ROLE_PX["row"])
            size = COUNT_PX, 22.0
            nodes.append(_cell(subject, table, row, column, claims, (COUNT_PX / 2, y + 5), size))
            for line in lines:
                texts.append(TextBlock(COUNT_PX + 10, y + 5, line, "start", "row", column.fact, claims))
                y += STEP_PX
            y += 10
    return nodes, texts, rules


def _cell(
    subject: Subject,
    table: _Table,
    row: _End,
    column: _End,
    claims: Sequence[str],
    at: tuple[float, float],
    size: tuple[float, float],
) -> Node:
    """Return the cell of a row and a column; with one claim it stands for that."""
    most = max(len(table.cells.get((r.key, c.key), ())) for r in table.rows for c in table.columns)
    shade = HEATS[min(len(HEATS) - 1, (len(claims) - 1) * len(HEATS) // most)]
    w = subject.words
    full = w(f"matrix.{table.way}.cell", row=row.name, column=column.name, n=w("n.claims", n=len(claims)))
    return Node(
        f"{row.key}|{column.key}",
        claims[0] if len(claims) == 1 else "",
        "Cell",
        "bar",
        *at,
        *size,
        (w.number(len(claims)),),
        style=shade,
        claims=tuple(claims),
        rank=float(len(claims)),
        full=full,
    )
