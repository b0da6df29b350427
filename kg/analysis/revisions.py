"""How figures moved from day to day, and who revised upward or downward."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from kg.analysis.intervals import bounds_text
from kg.analysis.judged import counted
from kg.analysis.live_claims import SUPPORT
from kg.analysis.moves import Move, beside, moved
from kg.analysis.pairs import later, one_sentence, repeats
from kg.analysis.world import Claim, World


class Step(NamedTuple):
    """One figure in the order of the days."""

    event: str
    kind: str
    """What is counted: unit, type, mode and stage; only figures of one kind are a series."""
    claim: str
    published: date
    move: Move
    """Against the figure before it in the series; only that of the same speaker moves up or down."""
    revision: Move | None
    """How the figure moved against what the same speaker said on an earlier day.

    It is None for a speaker's first figure, for an unknown speaker, and for what is said on the same day.
    """
    own_before: str | None
    """What the same speaker said before, in words."""
    first_mention: date
    last_mention: date
    """Publication days of the first and last claim of any stance about the event."""
    rule: str


def timeline(world: World, among: Collection[str] | None = None) -> list[Step]:
    """Put the figures for each event in order and say how each moves.

    A series holds the asserted and expected figures for one event that count the same with one unit, mode,
    stage and stance, by day of first publication, then day of speech, then id. A relay that passes a figure
    on unchanged is left out, and so are properties such as a range. A claim that is taken back stays: it was
    said.

    A speaker who speaks again on a later day moves the own figure up when its bounds rise, down when they
    fall; where both give only a lower or only an upper bound, that bound decides. Else it is narrower or
    wider when one interval lies within the other, also when a bound is given that was absent, or given up;
    mixed when the ends move in ways that cannot be ranked. The figure of another speaker moves nothing: it is
    higher or lower when no number fits both, and else compatible.

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
        [('a', 'first'), ('b', 'higher')]
    """
    mentions: dict[str, tuple[date, date]] = {}
    series: dict[tuple[str, str], list[tuple[date, tuple[date, str], str]]] = {}
    for claim in world.claims.values():
        published = world.published(claim.id)
        first, last = mentions.get(claim.about, (published, published))
        mentions[claim.about] = min(first, published), max(last, published)
        if (
            claim.figure is not None
            and claim.figure.amount
            and claim.side in SUPPORT
            and (claim.about not in world.things or world.things[claim.about].event)
            and not repeats(world, claim)
            and (among is None or claim.id in among)
        ):
            key = claim.about, kind_of(world, claim)
            series.setdefault(key, []).append((published, claim.moment, claim.id))
    rows = []
    for (event, kind), told in sorted(series.items()):
        before: Claim | None = None
        own: dict[str, Claim] = {}
        for published, _, id_ in sorted(told):
            claim = world.claims[id_]
            mine = own.get(claim.speaker) if claim.speaker else None
            again = mine is not None and later(claim, mine)
            move, rule = _move(world, before, claim)
            revision = None
            if mine is not None and again:
                assert mine.figure is not None
                revision = _moved(mine, claim)[0]
                rule += (
                    "" if revision == "same" else f"; the speaker's own figure was {bounds_text(mine.figure)}"
                )
            rows.append(
                Step(
                    event,
                    kind,
                    id_,
                    published,
                    move,
                    revision,
                    mine.figure.words if mine and mine.figure and again else None,
                    *mentions[event],
                    rule,
                )
            )
            before = claim
            if claim.speaker and (mine is None or not later(mine, claim)):
                own[claim.speaker] = claim
    return rows


def _move(world: World, before: Claim | None, after: Claim) -> tuple[Move, str]:
    """Return how a figure lies to the one before it in its series, and the rule."""
    assert after.figure is not None
    if before is None:
        return "first", f"the first figure: {bounds_text(after.figure)}"
    assert before.figure is not None
    if after.speaker is not None and before.speaker == after.speaker and later(after, before):
        return _moved(before, after)
    move, rule = beside(before.figure, after.figure)
    if one_sentence(world, before, after) and move != "same":
        return "compatible", f"figures of one sentence, parts of a total or of each other: {rule}"
    return move, rule


def _moved(before: Claim, after: Claim) -> tuple[Move, str]:
    assert before.figure is not None
    assert after.figure is not None
    return moved(before.figure, after.figure)


def kind_of(world: World, claim: Claim) -> str:
    """Return what a claim counts: unit, type, mode, stage and measure, and whether it is only expected."""
    figure = claim.figure
    assert figure is not None
    unit = figure.counted if figure.currency or figure.total or figure.per else figure.unit
    parts = [
        f"{unit} of {counted(world, figure.of)}" if figure.of else unit,
        figure.mode,
        figure.stage or "no stage",
        *([figure.measure] if figure.measure != "count" and not figure.currency else []),
    ]
    return ", ".join(
        [*parts, *(["expected"] if claim.side == "ahead" and figure.stage != "expected" else [])]
    )
