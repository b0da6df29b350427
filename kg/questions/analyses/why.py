"""Why does an event stand as it does?

:title-de Warum steht es um ein Ereignis so, wie es steht?
:asked    why is it confirmed; why is it unconfirmed; reasons for the verdict; what does the verdict rest on;
          warum ist es bestätigt; warum gilt es als unbestätigt; Gründe für das Urteil
:about    One row per sentence of the account of an event: which roots count in the least number and why,
          which only in the greatest, who adds none, what speaks against it and from where that came. kg
          explain prints the same of one event.
:example  --event kp-troops-dispatch-2024
:returns  event str, number int, part str, sentence str, claims list<str>
:key      event, number
:order    event, number
:table    part, sentence, claims
:drawing  chain
:tags     status, roots, credibility
"""

from __future__ import annotations

from kg.analysis.account import account
from kg.analysis.votes import Ballots
from kg.questions.scope import Answer, Scope


def answer(scope: Scope) -> Answer:
    """Account for the event that is asked about, or for every event that the claims asked about are about."""
    world, event = scope.world, scope.parameters["event"]
    claims = world.claims if scope.among is None else scope.among
    about = {world.claims[c].about for c in claims} if event is None else {event}
    events = sorted(e for e in about if e in world.things and world.things[e].event)
    ballots = Ballots(world)
    rows = (
        (event, number, sentence.part, sentence.text, sentence.claims)
        for event in events
        for number, sentence in enumerate(account(ballots, event), 1)
    )
    return Answer(rows)
