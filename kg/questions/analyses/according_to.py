"""What is the world according to one actor?

:title-de Wie sieht die Welt laut einem Akteur aus?
:asked    the world according to an actor; view of the world; the world as an actor sees it; Weltbild; die
          Welt aus Sicht eines Akteurs
:about    One row per thing that the actor speaks about: that it is so, is not so, is expected or is open.
:param    speaker id<Actor>   whose world it is
:param    members bool = false   also those who belong to the actor when they speak, at any depth
:example  --speaker zelensky
:example  --speaker ru --members true --as-of 2024-10-18
:returns  about str, name str, view str, status str, figures list<str>, had_from list<str>, last_said date?,
          last_said_text span, claims list<str>, rule str
:key      about
:order    about
:table    name, view, status, figures, had_from, last_said, rule
:drawing  network
:tags     actors, perspective
"""

from __future__ import annotations

from kg.analysis.perspective import according_to
from kg.analysis.spans import span_text
from kg.analysis.status import status
from kg.language.title import Title
from kg.questions.scope import Answer, Scope


def answer(scope: Scope) -> Answer:
    """Show the world as the speaker tells it, beside what it looks like to all."""
    world, speaker = scope.world, scope.parameters["speaker"]
    statuses = {s.event: s.status for s in status(world)}
    beliefs = according_to(world, speaker, members=scope.parameters["members"], among=scope.among)
    rows = (
        (
            b.about,
            world.things[b.about].name,
            b.view,
            statuses.get(b.about, "unknown"),
            b.figures,
            [world.name(actor) for actor in b.had_from],
            b.last_said,
            span_text(world.claims[b.claims[-1]].said),
            b.claims,
            b.rule,
        )
        for b in beliefs
    )
    name = scope.all_known.name(speaker)
    return Answer(rows, title=Title(f"The world according to {name}", {"de": f"Die Welt laut {name}"}))
