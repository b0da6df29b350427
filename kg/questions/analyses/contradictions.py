"""Which figures contradict each other?

:title-de Welche Zahlen widersprechen einander?
:asked    contradictions; contradicting figures; figures that do not fit together; judge figures in pairs;
          Widersprüche zwischen Zahlen; widersprüchliche Zahlen
:about    One row per pair of figures, with a verdict and the reason; denials against assertions come last,
          as disputes. Who gives another figure on a later day revised the own one. Pairs that cannot be
          compared are there when a topic, event or actor is given, or when they are asked for; with an
          actor, one of the two figures is the actor's.
:param    verdict
          list<choice<contradicts|revised down|revised up|refines|same|compatible|incomparable|dispute>>? =
          null   only pairs with one of these verdicts
:example  --topic troop-numbers
:example  --verdict compatible,dispute
:returns  verdict
          choice<contradicts|revised down|revised up|refines|same|compatible|incomparable|dispute>,
          first_speaker str, first_figure str?, second_speaker str, second_figure str?, rule str, first str,
          second str, first_about str, second_about str, first_words str, second_words str
:key      verdict, first, second
:order    verdict, first, second
:table    verdict, first_words, second_words
:drawing  figures
:tags     figures, contradictions
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache, partial
from textwrap import shorten

from kg.analysis.contradictions import Pair, contradictions, figure_text
from kg.analysis.select import select
from kg.analysis.world import Claim
from kg.questions.scope import Answer, Scope

Told = tuple[str, str | None, str, str]
"""Who says a claim, its figure, what it is about, and all of it in short."""


def answer(scope: Scope) -> Answer:
    """Judge figures in pairs."""
    world, parameters = scope.world, scope.parameters
    verdicts = parameters["verdict"] or ()
    pairs = contradictions(
        world,
        select(world, topic=parameters["topic"], event=parameters["event"]),
        one_of=select(world, actor=parameters["actor"]),
        incomparable=scope.among is not None or "incomparable" in verdicts,
    )
    told = cache(partial(_told, scope))  # a claim is in many pairs
    rows = (
        row(p, told(p.one), told(p.other)) for p in _taken(pairs) if not verdicts or p.verdict in verdicts
    )
    return Answer(rows, note=pairs.note)


def row(pair: Pair, one: Told, other: Told) -> tuple[str | None, ...]:
    """Return the row of two claims, told what there is to say of each."""
    return (
        *(pair.verdict, *one[:2], *other[:2], pair.rule, pair.one, pair.other),
        *(one[2], other[2], one[3], other[3]),
    )


def _taken(pairs: list[Pair]) -> Iterator[Pair]:
    """Yield pairs and let go of each: of hundreds of thousands as many rows are made."""
    pairs.reverse()
    while pairs:
        yield pairs.pop()


def _told(scope: Scope, id_: str) -> Told:
    claim = scope.world.claims[id_]
    return told_of(claim, scope.told_by(id_), scope.world.name(claim.speaker))


def told_of(claim: Claim, told_by: str, speaker: str) -> Told:
    """Return who says a claim, its figure, what it is about, and all of it in two lines of a table."""
    said = claim.figure.words if claim.figure else claim.stance
    return told_by, figure_text(claim.figure), claim.about, f"{_short(speaker)}: {_short(said)}"


@lru_cache(10_000)
def _short(text: str) -> str:
    return shorten(text, 30, placeholder=" …")
