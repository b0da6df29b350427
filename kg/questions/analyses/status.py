"""How does each event stand?

:title-de Wie steht es um jedes Ereignis?
:asked    status; standing of each event; status of events; credibility; admiralty code; Stand der
          Ereignisse; Glaubwürdigkeit der Ereignisse
:about    One row per event, with an Admiralty credibility that is computed from roots and denials.
          Credibility runs from 1 (confirmed) to 5 (improbable); it is empty when it cannot be judged.
:param    history bool = false   a row for each publication day on which the status changed
:example  --topic troop-numbers
:example  --event kp-troops-dispatch-2024 --history true
:returns  event str, name str, day date?, status str, credibility int?, min int, max int, asserted_by
          list<str>, denied_by list<str>, questioned_by list<str>, expected_by list<str>, rule str
:key      event, day
:order    event, day
:table    name, status, credibility, min, max, denied_by, questioned_by, rule
:tags     status, credibility, events
"""

from __future__ import annotations

from kg.analysis.asof import publication_days
from kg.analysis.status import history, status
from kg.questions.scope import Answer, Scope


def answer(scope: Scope) -> Answer:
    """Say how each event stands, on the last day or on every day on which that changed."""
    world, by_day = scope.world, scope.parameters["history"]
    last = max(publication_days(world), default=None)
    standings = history(world, scope.among) if by_day else [(last, s) for s in status(world, scope.among)]
    rows = (
        (
            s.event,
            world.things[s.event].name,
            day,
            s.status,
            s.credibility,
            s.roots.least,
            s.roots.most,
            *(
                sorted({scope.told_by(claim) for claim in claims})
                for claims in (s.asserted, s.denied, s.questioned, s.expected)
            ),
            s.rule,
        )
        for day, s in standings
    )
    shown = ("name", "day", "status", "credibility", "min", "max", "denied_by", "questioned_by", "rule")
    return Answer(rows, table=shown if by_day else ())
