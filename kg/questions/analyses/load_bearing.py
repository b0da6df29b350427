"""On which speakers does the most rest, and which events rest on one of them alone?

:title-de Auf wem ruht das meiste, und welche Ereignisse ruhen auf einem allein?
:asked    most important sources; on whom it rests; whom does it all depend on; key speakers; wichtigste
          Quellen; von wem hängt alles ab; tragende Sprecher; on whom does everything depend
:about    One row per speaker at the end of a chain, named or described. claims counts the asserting or
          expecting claims about events that go back to them, retellings included; alone counts the events
          with no other root, as 'roots' counts them. A root without a speaker counts against alone but has
          no row, and who only leans on another root has none for that event.
:example  --topic troop-numbers
:returns  root_speaker str, claims int, retold int, events int, alone int, alone_events list<str>, root str
:key      root
:order    alone desc, claims desc, root
:table    root_speaker, claims, retold, events, alone
:drawing  network
:tags     sources, roots
"""

from __future__ import annotations

from kg.analysis.roots import roots
from kg.analysis.votes import Ballots
from kg.questions.scope import Answer, Scope


def answer(scope: Scope) -> Answer:
    """Rank the speakers on whom events rest."""
    world, ballots = scope.world, Ballots(scope.world)
    claims: dict[str, set[str]] = {}
    retold: dict[str, set[str]] = {}
    events: dict[str, list[str]] = {}
    alone: dict[str, list[str]] = {}
    for support in sorted(roots(world, among=scope.among)):
        if support.subject not in world.things or not world.things[support.subject].event:
            continue
        ends = ballots.ends(support.claims)
        for voice in support.roots.voices:
            if voice.speaker is not None:
                back = {c for c in support.claims if {c, *ends[c]} & {*voice.claims}}
                claims.setdefault(voice.speaker, set()).update(back)
                retold.setdefault(voice.speaker, set()).update(back.difference(voice.claims))
                events.setdefault(voice.speaker, []).append(support.subject)
                if support.roots.most == 1:
                    alone.setdefault(voice.speaker, []).append(support.subject)
    rows = [
        (
            world.name(speaker),
            len(claims[speaker]),
            len(retold[speaker]),
            len(events[speaker]),
            len(alone.get(speaker, ())),
            alone.get(speaker, []),
            speaker,
        )
        for speaker in events
    ]
    return Answer(sorted(rows, key=lambda row: (-row[4], -row[1], row[6])))
