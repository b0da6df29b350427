"""Which events look well reported, but go back to a single source?

:title-de Welche Ereignisse wirken gut belegt, gehen aber auf eine einzige Quelle zurück?
:asked    events with one source; only one source behind many reports; false confirmation; eine einzige
          Quelle; nur eine Quelle; scheinbar gut belegt; events that rest on one source; figures from
          only one source; Zahlen aus nur einer Quelle
:about    One row per event that at least two speakers or two documents assert or expect, while all of it
          goes back to one root speaker, or to speakers of one document whom no text names. Which claims
          count, and what one root is, say 'status' and 'roots': who asserts a part asserts the whole, and a
          speaker and the source it leans on are one. claims counts the tellings, documents where they are
          printed. Events that one speaker tells in one document are left out, and so are those with two
          roots.
:example  --topic troop-numbers
:returns  name str, stage str?, claims int, documents int, root_speaker str?, tellers list<str>, event str,
          root str, told_in list<str>
:key      event
:order    claims desc, event
:table    name, claims, documents, root_speaker, tellers
:drawing  chain
:tags     events, roots, quality
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.analysis.roots import roots
from kg.analysis.stages import stage
from kg.analysis.votes import Ballots
from kg.questions.scope import Answer, Scope


def answer(scope: Scope) -> Answer:
    """List the events with one root at most, those told most often first."""
    return Answer(sorted(_rows(scope), key=lambda row: (-row[2], row[6])))


def _rows(scope: Scope) -> Iterator[tuple[Any, ...]]:
    world, ballots = scope.world, Ballots(scope.world)
    for support in roots(world, among=scope.among):
        thing = world.things.get(support.subject)
        documents = {d for claim in support.claims for d in world.printed_in[claim]}
        tellers = {world.name(world.claims[claim].speaker) for claim in support.claims}
        if thing and thing.event and support.roots.most == 1 and len(documents) + len(tellers) > 2:
            (voice,) = support.roots.voices
            yield (
                thing.name,
                stage(world, support.subject, ballots.of(support.subject)),
                len(support.claims),
                len(documents),
                world.name(voice.speaker) if voice.speaker else None,
                sorted(tellers),
                support.subject,
                voice.speaker or voice.claims[0],
                support.claims,
            )
