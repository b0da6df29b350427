"""How does each event stand?

:title-de Wie steht es um jedes Ereignis?
:asked    status; standing of each event; status of events; credibility; admiralty code; standing of figures;
          how certain is each number; Stand der Ereignisse; Glaubwürdigkeit der Ereignisse; wie sicher ist die
          Zahl
:about    One row per event, with an Admiralty credibility that is computed from roots and denials; with
          figures one row per figure of an event, since an event can be certain and its number one man's word.
          Credibility runs from 1 (confirmed) to 5 (improbable); it is empty when it cannot be judged. Who
          asserts a part asserts the whole, and who denies the whole denies its parts.
:param    history bool = false   a row for each publication day on which the status changed
:param    figures bool = false   a row for each figure instead of each event
:example  --topic troop-numbers
:example  --topic troop-numbers --figures true
:example  --event kp-troops-dispatch-2024 --history true
:returns  event str, name str, stage str?, counted str?, figure str?, day date?, status str, credibility int?,
          min int, max int, asserted_by list<str>, denied_by list<str>, questioned_by list<str>,
          expected_by list<str>, denied_in_part_by list<str>, facets_doubted_by list<str>,
          contradicted_by list<str>, rule str
:key      event, day, counted, figure
:order    event, day, counted, figure
:table    name, stage, status, credibility, min, max
:drawing  network
:tags     status, credibility, events
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from kg.analysis.figure_status import FigureStanding, figure_history, figure_status
from kg.analysis.status import Standing, history, status
from kg.questions.scope import Answer, Scope

Row = tuple[Any, ...]
BY_DAY = ("name", "day", "stage", "status", "credibility", "min", "max")
"""Columns of the history of events that a terminal shows."""
FIGURES = ("name", "figure", "status", "min", "max")
FIGURES_BY_DAY = ("name", "figure", "day", "status", "min", "max")
"""Those of figures, and of their history."""


def answer(scope: Scope) -> Answer:
    """Say how each event or figure stands, on the last day or on every day on which that changed."""
    world, among = scope.world, scope.among
    by_day = scope.parameters["history"]
    last = None if by_day else scope.last_day
    if scope.parameters["figures"]:
        if by_day:
            moved = figure_history(world, among)
            return Answer(figures(scope, moved), table=FIGURES_BY_DAY, note=moved.note)
        return Answer(figures(scope, ((last, s) for s in figure_status(world, among))), table=FIGURES)
    if by_day:
        changed = history(world, among)
        return Answer(_events(scope, changed), table=BY_DAY, note=changed.note)
    return Answer(_events(scope, ((last, standing) for standing in status(world, among))))


def _events(scope: Scope, standings: Iterable[tuple[date | None, Standing]]) -> Iterator[Row]:
    for day, s in standings:
        yield _row(
            scope,
            day,
            s,
            (None, None),
            (s.asserted, s.denied, s.questioned, s.expected, s.in_part, s.facets, ()),
        )


def figures(scope: Scope, standings: Iterable[tuple[date | None, FigureStanding]]) -> Iterator[Row]:
    """Yield the rows of figures and the days on which they stood so."""
    claims = scope.world.claims
    for day, s in standings:
        asserted = [c for c in s.claims if claims[c].side == "for"]
        expected = [c for c in s.claims if claims[c].side == "ahead"]
        told = (asserted, s.denied, s.doubted, expected, (), (), s.contradicted)
        yield _row(scope, day, s, (s.kind, s.figure.words), told)


def _row(
    scope: Scope,
    day: date | None,
    s: Standing | FigureStanding,
    figure: tuple[str | None, str | None],
    told: Iterable[Iterable[str]],
) -> Row:
    """Return the row of an event or a figure: what is counted and the figure, then who says what of it."""
    thing = scope.world.things[s.event]
    verdict = (s.status, s.credibility, s.roots.least, s.roots.most)
    speakers = (_told_by(scope, claims) for claims in told)
    return (s.event, thing.name, thing.stage, *figure, day, *verdict, *speakers, s.rule)


def _told_by(scope: Scope, claims: Iterable[str]) -> list[str]:
    return sorted({scope.told_by(claim) for claim in claims})
