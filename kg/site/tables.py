"""Tables as the pages show them, and rows of events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.analysis.independence import Roots
from kg.formats.paint import COLUMNS
from kg.formats.text import cell as words_of
from kg.language.interface.words import Words
from kg.model.weighing import JOINT, UNKNOWN
from kg.picture.words import dots
from kg.questions.result import Result
from kg.questions.spans import in_words
from kg.site.claims import SIGNS
from kg.site.material import Material

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SPEAKERS = ("speaker", "root_speaker")
"""Columns in which an empty cell means that no text names or describes anybody."""

MOST_ROWS = 500
"""Rows of a table that a page makes by itself."""
MOST_PARTS = 100
"""Items of a list that a cell shows."""


class Part(NamedTuple):
    """A piece of a cell: its text, the fact that it names, a word of a stance or status, class, language."""

    text: str
    id: str = ""
    mark: str = ""
    looks: str = ""
    lang: str = ""


class Cell(NamedTuple):
    """What stands in one cell."""

    parts: tuple[Part, ...]
    number: bool = False


class Head(NamedTuple):
    """The head of a column."""

    words: str
    number: bool = False


class Table(NamedTuple):
    """A table with a name for those who do not see it."""

    label: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]
    more: int = 0
    """How many rows it leaves out."""


class EventRow(NamedTuple):
    """An event in a list; `status` and `roots` are empty where no claim speaks."""

    id: str
    kind: str
    stage: str
    status: str
    roots: str
    dots: str
    documents: int
    period: str
    claims: int


def bounds_of(roots: Roots, w: Words) -> str:
    """Return the least and the greatest number of roots, once where they are one."""
    return str(roots.least) if roots.least == roots.most else w("span.to", first=roots.least, last=roots.most)


def event_row(material: Material, w: Words, id_: str) -> EventRow:
    """Return the row of an event."""
    fact, standing, support = material.facts[id_], material.standing.get(id_), material.roots.get(id_)
    return EventRow(
        id_,
        material.kind(id_),
        w.value("stage", getattr(fact, "stage", None) or ""),
        standing.status if standing else "",
        bounds_of(support.roots, w) if support else "",
        dots(support.roots.least, support.roots.most) if support else "",
        len({document for _, document in support.reports}) if support else 0,
        w.span(getattr(fact, "period", None), lasting=fact.LASTING),
        len(material.live(material.about.get(id_, ()))),
    )


def event_rows(material: Material, w: Words, ids: Iterable[str]) -> list[EventRow]:
    """Return rows of events, those with the most claims first."""
    return sorted(
        (event_row(material, w, i) for i in dict.fromkeys(ids)), key=lambda row: (-row.claims, row.id)
    )


def table_of(
    result: Result, material: Material, w: Words, *, most: int | None = None, columns: Sequence[str] = ()
) -> Table:
    """Return an answer as a table: ids become links, stances and statuses get their marks.

    Args:
        result: the answer.
        material: the facts, for links.
        w: the words.
        most: how many rows at most.
        columns: which columns; all when empty.
    """
    facts = material.facts
    result = in_words(
        result, w.day, lambda row: any(facts[v].LASTING for v in row if isinstance(v, str) and v in facts)
    )
    chosen = [i for i, c in enumerate(result.columns) if not columns or c.name in columns]
    heads = tuple(
        Head(_head(name, w), sort.rstrip("?") in ("int", "float"))
        for name, sort in ((result.columns[i].name, result.columns[i].type) for i in chosen)
    )
    rows = tuple(
        tuple(
            _cell(row[i], result.columns[i].name, heads[n].number, material, w) for n, i in enumerate(chosen)
        )
        for row in result.rows[:most]
    )
    return Table(result.title, heads, rows)


def _head(column: str, w: Words) -> str:
    """Return the words over a column; one that is called as a stance has the words of the stance."""
    return w.either("head", column, w.either("stance", column, column.replace("_", " ")))


def _cell(value: object, column: str, number: bool, material: Material, w: Words) -> Cell:
    if value is None and column in _SPEAKERS:
        return Cell((Part(w("nobody"), looks="nobody"),))
    items = value if isinstance(value, list) else [value]
    parts = [part for item in items[:MOST_PARTS] for part in _each(item, material) if part is not None]
    rest = [Part(w("list.more", n=w.number(len(items) - MOST_PARTS)))] if len(items) > MOST_PARTS else []
    return Cell((*(_part(part, column, material, w) for part in parts), *rest), number)


def _each(item: object, material: Material) -> Sequence[object]:
    """Return the ids in a cell: those of a joint statement one by one."""
    speakers = item.split(JOINT) if isinstance(item, str) and item not in material.facts else ()
    return speakers if len(speakers) > 1 and all(i in material.facts for i in speakers) else [item]


def _part(item: object, column: str, material: Material, w: Words) -> Part:
    if isinstance(item, str) and item in material.facts:
        return Part(item if material.kind(item) == "Claim" else material.name(item), item)
    text = (
        w.number(item)
        if isinstance(item, int) and not isinstance(item, bool) and abs(item) >= 10_000
        else w("together.unknown")
        if item == UNKNOWN
        else words_of(item)
    )
    if column == "credibility" and text:
        return Part(w(f"grade.{text}"), looks="grade")
    if column in COLUMNS and text in SIGNS:
        return Part(text, "", w.either("status" if column == "status" else "stance", text))
    return Part(text, looks="date" if _DAY.fullmatch(text) else "")


def plain_table(label: str, heads: Sequence[str], rows: Iterable[Sequence[list[Part] | Part | str]]) -> Table:
    """Return a table of texts, with as many rows as a page has room for; a list is a cell of several."""

    def cell(value: list[Part] | Part | str) -> Cell:
        if isinstance(value, list):
            return Cell(tuple(value))
        return Cell((value if isinstance(value, Part) else Part(value),))

    every = list(rows)
    made = tuple(tuple(map(cell, row)) for row in every[:MOST_ROWS])
    return Table(label, tuple(Head(h) for h in heads), made, len(every) - len(made))
