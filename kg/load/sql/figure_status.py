"""The rows of `kg ask status --figures`: SQL finds what bears on each figure, Python judges in parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from kg.analysis.figure_status import MOST, figure_history, figure_status
from kg.analysis.graded import looked_at
from kg.analysis.pairing import reach
from kg.analysis.revisions import kind_of
from kg.analysis.world import OPEN, Claim, Same, World
from kg.load.sql.figures import figure
from kg.load.sql.slices import TOLD as OF_SLICES
from kg.load.sql.slices import slices
from kg.load.sql.tables import Tables
from kg.questions.analyses.status import FIGURES, FIGURES_BY_DAY, figures
from kg.questions.scope import Answer, Scope

Row = tuple[Any, ...]
MEANT = {"supported": "figured_event"}
"""What is judged."""
TOLD = {
    False: ("last_day", "told_kinds", *OF_SLICES),
    True: ("told_days", "world_told_kinds", *OF_SLICES),
}
"""The files whose rows make the answer, on the last day and of a history."""


def answer(tables: Tables, p: Mapping[str, Any], narrowed: bool) -> Answer:
    """Say how each figure stands, on the last day or on every day on which that changed.

    Args:
        tables: of the graph.
        p: values of the question.
        narrowed: whether only some claims are asked about.
    """
    if not p["history"]:
        (day,) = next(iter(tables.rows("last_day")))
        sizes = _sizes(tables, "told_kinds", narrowed)
        near = reach([size for _, size in sizes], MOST)
        return Answer(_on(tables, p, day, near), table=FIGURES)
    days, note = looked_at([*tables.rows("told_days")], MOST)
    tables.make("first_day", f"SELECT DATE '{min(days, default=date.max).isoformat()}' AS day")
    by_day: dict[str, dict[int, float]] = {day.isoformat(): defaultdict(float) for day in days}
    for about, (asked, size) in _sizes(tables, "world_told_kinds", narrowed):
        by_day[about.rpartition(" ")[2]][size] += asked
    within = {
        date.fromisoformat(day): reach([(asked, size) for size, asked in sizes.items()], MOST)
        for day, sizes in by_day.items()
    }
    return Answer(_by_day(tables, p, within), table=FIGURES_BY_DAY, note=note)


def _sizes(tables: Tables, told: str, narrowed: bool) -> Iterator[tuple[str, tuple[float, int]]]:
    """Yield for each event and kind of figure how many ask, and how many there are; see `pairing.reach`."""
    world = World({}, {}, {}, {}, {}, {}, {}, same=tuple(Same(*own) for own in tables.rows("told_same")))
    for about, own in groupby(tables.rows(told), key=lambda row: row[0]):
        kinds: dict[str, tuple[float, int]] = {}
        for _, stance, size, asked, *shape in own:
            number = figure((*[None] * 6, *shape[:4], None, "?", *shape[4:]))
            if number is not None and number.amount:
                kind = kind_of(world, Claim("", stance, None, about, "", OPEN, figure=number))
                before = kinds.get(kind, (0.0, 0))
                kinds[kind] = before[0] + (asked if narrowed else size / 2), before[1] + size
        yield from ((about, sizes) for sizes in kinds.values())


def _on(tables: Tables, p: Mapping[str, Any], day: date | None, within: int) -> Iterator[Row]:
    for world, among in slices(tables):
        standings = figure_status(world, among, within=within)
        yield from figures(_scope(world, p), ((day, s) for s in standings))


def _by_day(tables: Tables, p: Mapping[str, Any], within: Mapping[date, int]) -> Iterator[Row]:
    for world, among in slices(tables):
        yield from figures(_scope(world, p), figure_history(world, among, within))


def _scope(world: World, p: Mapping[str, Any]) -> Scope:
    return Scope(world, world, None, p, lambda ids: {})
