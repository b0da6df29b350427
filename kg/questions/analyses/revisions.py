"""How did the figures move?

:short    timeline
:title-de Wie haben sich die Zahlen bewegt?
:asked    figures revised upward or downward; who revised an own figure; how figures moved; Bewegung der
          Zahlen; nach oben korrigiert; revidierte Zahlen
:about    One row per figure for an event, in the order of publication: how it moves, and whether a speaker
          revised an own figure. 'kg ask timeline' lists every claim about one event, with or without a
          figure.
:param    revised bool = false   only figures by which a speaker changed an earlier one of its own
:example  --topic troop-numbers
:example  --event kp-troops-ru-2024 --as-of 2024-10-18
:returns  event str, name str, kind str, published date, said date?, said_text span, speaker str, figure str,
          move str, revision str?, first_mention date, last_mention date, claim str, rule str
:key      claim
:order    event, kind, published, said, claim
:table    name, kind, published, speaker, figure, move, revision, rule
:drawing  figures
:tags     figures, timeline, revisions
"""

from __future__ import annotations

from kg.analysis.revisions import timeline
from kg.analysis.spans import span_text
from kg.questions.scope import Answer, Scope


def answer(scope: Scope) -> Answer:
    """Put figures in order and say how each moves."""
    world, revised = scope.world, scope.parameters["revised"]
    return Answer(
        (
            s.event,
            world.things[s.event].name,
            s.kind,
            s.published,
            world.claims[s.claim].said[1],
            span_text(world.claims[s.claim].said),
            scope.told_by(s.claim),
            figure.words,
            s.move,
            s.revision,
            s.first_mention,
            s.last_mention,
            s.claim,
            s.rule,
        )
        for s in timeline(world, scope.among)
        if (not revised or s.revision not in (None, "same")) and (figure := world.claims[s.claim].figure)
    )
