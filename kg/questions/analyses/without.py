"""What would be left without an actor or a document?

:title-de Was bliebe ohne einen Akteur oder ein Dokument?
:asked    leave out someone; leave out a document; what would be left; without this actor; ohne diesen
          Akteur; weglassen; was bliebe übrig
:about    One row per event that falls to none, falls to one root or loses a root when the actor or document
          is left out.
:param    leave_out id<Actor|Document>   what is left out
:param    level choice<person|organization|state> = "organization"   speakers that belong together up to
          this level count once
:example  --leave-out wapo-source-ua-mil-int
:example  --leave-out newspaper-2024-10-18 --topic troop-numbers
:returns  event str, name str, effect choice<falls to none|falls to one|loses a root>, min_before int,
          max_before int, min_after int, max_after int, left list<str>, fallen list<str>, rule str
:key      event
:order    effect, event
:table    name, effect, left, rule
:drawing  network
:tags     roots, sensitivity
"""

from __future__ import annotations

from kg.analysis.without import without
from kg.language.title import Title
from kg.questions.scope import Answer, Scope


def answer(scope: Scope) -> Answer:
    """Compare the roots of each event with and without it."""
    world, gone = scope.world, scope.parameters["leave_out"]
    rows = (
        (
            loss.event,
            world.things[loss.event].name,
            loss.effect,
            loss.before.least,
            loss.before.most,
            loss.after.least,
            loss.after.most,
            [world.name(actor) for actor in (*loss.after.named, *loss.after.described)],
            loss.fallen,
            loss.rule,
        )
        for loss in without(world, gone, level=scope.parameters["level"], among=scope.among)
    )
    name = scope.all_known.name(gone)
    title = Title(f"What would be left without {name}?", {"de": f"Was bliebe ohne {name}?"})
    return Answer(rows, title=title)
