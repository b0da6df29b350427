"""How figures moved from day to day, and who revised upward or downward."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Literal, NamedTuple

from kg.analysis.contradictions import repeats
from kg.analysis.intervals import bounds_text, numbers, steps
from kg.analysis.live_claims import SUPPORT
from kg.analysis.world import Claim, Figure, World

Move = Literal["first", "up", "down", "same", "narrower", "wider", "mixed"]


class Step(NamedTuple):
    """One figure in the order of the days."""

    event: str
    kind: str
    """What is counted: unit, mode and stage; only figures of one kind are a series."""
    claim: str
    published: date
    move: Move
    """Against the figure before it in the series."""
    revision: Move | None
    """How the figure moved against what the same speaker said before.

    It is None for a speaker's first figure, and for an unknown speaker.
    """
    own_before: str | None
    """What the same speaker said before, in words."""
    first_mention: date
    last_mention: date
    """Publication days of the first and last claim of any stance about the event."""
    rule: str


def timeline(world: World, among: Collection[str] | None = None) -> list[Step]:
    """Put the figures for each event in order and say how each moves.

    A series holds the asserted and expected figures for one event with one unit, measure, mode, stage and
    stance, by day of first publication, then day of speech, then id. A relay that passes a figure on
    unchanged is left out. A claim that is taken back stays: it was said.

    A figure moves up when its bounds rise, down when they fall; where both give only a lower or only an upper
    bound, that bound decides. Else it is narrower or wider when one interval lies within the other, also
    when a bound is given that was absent, or given up; mixed when the ends move in ways that cannot be
    ranked.

    Args:
        world: the graph, as known on the day asked for.
        among: only these claims.

    Returns:
        One row per figure, by event, kind and day; empty when there are none.

    Source:
        Vintage analysis of revised figures (Croushore and Stark, A real-time data set for macroeconomists,
        2001).

    Example:
        >>> from dataclasses import replace
        >>> from kg.analysis.world import Figure, small_world
        >>> world = small_world("a b")
        >>> claims = {i: world.claims[i]._replace(figure=Figure(n, n)) for i, n in (("a", 10), ("b", 12))}
        >>> [(s.claim, s.move) for s in timeline(replace(world, claims=claims))]
        [('a', 'first'), ('b', 'up')]
    """
    mentions: dict[str, tuple[date, date]] = {}
    series: dict[tuple[str, str], list[tuple[date, date, str]]] = {}
    for claim in world.claims.values():
        published = world.published(claim.id)
        first, last = mentions.get(claim.about, (published, published))
        mentions[claim.about] = min(first, published), max(last, published)
        if (
            claim.figure is not None
            and claim.side in SUPPORT
            and not repeats(world, claim)
            and (among is None or claim.id in among)
        ):
            key = claim.about, kind_of(claim)
            series.setdefault(key, []).append((published, claim.said[1] or date.max, claim.id))
    rows = []
    for (event, kind), told in sorted(series.items()):
        before: Figure | None = None
        own: dict[str, Figure] = {}
        for published, _, id_ in sorted(told):
            claim = world.claims[id_]
            assert claim.figure is not None
            mine = own.get(claim.speaker) if claim.speaker else None
            move, rule = moved(before, claim.figure)
            revision = None if mine is None else moved(mine, claim.figure)[0]
            if mine is not None and revision != "same":
                rule += f"; the speaker's own figure was {bounds_text(mine)}"
            rows.append(
                Step(
                    event,
                    kind,
                    id_,
                    published,
                    move,
                    revision,
                    mine.words if mine else None,
                    *mentions[event],
                    rule,
                )
            )
            before = claim.figure
            if claim.speaker:
                own[claim.speaker] = claim.figure
    return rows


def kind_of(claim: Claim) -> str:
    """Return what a claim counts: unit, mode, stage and measure, and whether it is only expected."""
    figure = claim.figure
    assert figure is not None
    parts = [
        figure.unit,
        figure.mode,
        figure.stage or "no stage",
        *([figure.measure] if figure.measure != "count" else []),
    ]
    return ", ".join(
        [*parts, *(["expected"] if claim.side == "ahead" and figure.stage != "expected" else [])]
    )


def moved(before: Figure | None, after: Figure) -> tuple[Move, str]:
    """Return how one figure moves against another, and the rule.

    Example:
        >>> from kg.analysis.world import Figure
        >>> moved(Figure(10, 20), Figure(12, 25))[0], moved(Figure(None, 20), Figure(20, 20))[0]
        ('up', 'narrower')
        >>> moved(Figure(10, None), Figure(None, 20))[0]
        'mixed'
    """
    if before is None:
        return "first", f"the first figure: {bounds_text(after)}"
    one, other = steps(before), steps(after)
    both = f"{bounds_text(before)} becomes {bounds_text(after)}"
    relation = numbers(one, other)
    if relation == "same":
        return "same", f"the same numbers: {bounds_text(after)}"
    inf = float("inf")
    if one[1] == other[1] == inf or one[0] == other[0] == -inf:
        rises = other > one
        return ("up", f"the only bound rises: {both}") if rises else ("down", f"the only bound falls: {both}")
    if relation == "around":
        return "narrower", f"narrower: {both}"
    if relation == "within":
        return "wider", f"wider: {both}"
    low, high = other[0] - one[0] if one[0] != other[0] else 0, other[1] - one[1] if one[1] != other[1] else 0
    infinite = inf in (abs(low), abs(high))
    if low >= 0 and high >= 0 and not infinite:
        return "up", f"the bounds rise: {both}"
    if low <= 0 and high <= 0 and not infinite:
        return "down", f"the bounds fall: {both}"
    if relation == "apart":
        return (
            ("up", f"every number is higher: {both}")
            if other[0] > one[1]
            else ("down", f"every number is lower: {both}")
        )
    return "mixed", f"the ends move in ways that cannot be ranked: {both}"
