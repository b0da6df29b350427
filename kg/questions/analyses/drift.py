"""What changes from telling to telling?

:title-de Was verschiebt sich von Erzählung zu Erzählung?
:asked    drift; hardened or softened on retelling; how claims harden; drift of wording; Verschiebung von
          Erzählung zu Erzählung; Verhärtung;
          was hat sich verschoben
:about    One row per facet (number, stage, wording, date, certainty) in which two printings of one speech
          act differ, or a relay and what it relays. Hardened is narrower or firmer, softened the other way
          round, shifted neither.
:param    direction choice<hardened|softened|shifted>? = null   only changes of this direction
:example  --topic troop-numbers
:example  --direction hardened
:returns  facet str, direction choice<hardened|softened|shifted>, before str, after str, source_speaker str,
          told_by str, document str?, paragraph int?, note str?, source str, told str, rule str
:key      source, told, document, paragraph, facet, after
:order    source, told, document, paragraph, facet, after
:table    direction, before, after, told_by
:drawing  chain
:tags     drift, relays, wording
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from kg.analysis.drift import DATED, PRINTED, Change, drift
from kg.analysis.world import Figure
from kg.language.interface.words import Words
from kg.questions.scope import Answer, Scope


def answer(scope: Scope) -> Answer:
    """Compare tellings."""
    direction = scope.parameters["direction"]
    return Answer(
        row(c, scope.told_by(c.source), scope.told_by(c.told, c.document))
        for c in drift(scope.world, scope.among)
        if direction in (None, c.direction)
    )


def row(change: Change, source: str, told: str) -> tuple[Any, ...]:
    """Return the row of a change, told who says it first and who tells it."""
    texts = zip((change.before, change.after), change.figures, strict=True)
    return (
        change.facet,
        change.direction,
        *(_said(change, text, figure) for text, figure in texts),
        source,
        told,
        change.document,
        change.paragraph or None,
        change.note,
        change.source,
        change.told,
        change.rule,
    )


def _said(change: Change, text: str, figure: Figure | None) -> str:
    """Say one side of a change: days as people write them, figures with the words that were printed."""
    if change.facet in DATED:
        return _day(text)
    return _glossed(figure.words, figure.wording) if change.facet in PRINTED and figure else text


@lru_cache(10_000)
def _day(text: str) -> str:
    return Words().day(text)


@lru_cache(10_000)
def _glossed(text: str, printed: str) -> str:
    return Words().gloss(text, printed)
