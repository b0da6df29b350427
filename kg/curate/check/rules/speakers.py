"""Whether the words that a claim cites say who speaks; needs the texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from kg.curate.check.rule import Corpus, rule
from kg.errors import Problem
from kg.language.fold import fold, stem, tokens
from kg.language.known_names import KnownNames
from kg.model.kinds.actor import Actor
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.sources.located import Located

_LEFT_OUT = re.compile(r"…|\.{3}")
_STEMMED = 5
"""Letters of a name from which on a longer word may begin with it: Südkorea in südkoreanisch."""


@rule(
    "speaker-outside-span",
    "note",
    "Only with the texts: the cited words do not hold the speaker, but the paragraph does ('he said'). Cite"
    " the words"
    " that name the speaker too, or say under 'inferred', 'who', how it is known.",
)
def outside_span(corpus: Corpus) -> Iterator[Problem]:
    """Find claims whose speaker is named in the paragraph, but not in the span."""
    for item, beside in _unnamed(corpus):
        if beside:
            yield _problem(item, "in the cited words, only beside them in the paragraph")


@rule(
    "speaker-not-named",
    "warning",
    "Only with the texts: the cited paragraph holds no name of the speaker, of whom it speaks for, or the"
    " attribution. Correct the speaker, cite the words that name it too, add the printed name under"
    " 'known_as', or"
    " say under 'inferred', 'who', how it is known.",
)
def not_named(corpus: Corpus) -> Iterator[Problem]:
    """Find claims whose speaker is not named in the whole paragraph."""
    for item, beside in _unnamed(corpus):
        if not beside:
            yield _problem(item, "in the cited paragraph")


def _problem(item: Located[Claim], where: str) -> Problem:
    who = " and ".join(f"'{voice}'" for voice in item.fact.voices) or f"'{item.fact.attribution}'"
    return Problem(
        f"the speaker {who} of claim '{item.id}' is not named {where}",
        item.place("cited"),
        "a span that names who speaks",
        todo="cite it too, add the printed name under known_as, or say under inferred, who, how it is known",
    )


def _unnamed(corpus: Corpus) -> Iterator[tuple[Located[Claim], bool]]:
    """Yield the claims of which no cited words hold who speaks, and whether the rest of the paragraph does.

    Claims without a text are left out, and so is what an outlet says itself in its own document.
    """
    relatives = _Relatives(corpus)
    for item in corpus.claims:
        claim = item.fact
        texts = [corpus.text(spot.document) for spot in claim.cited]
        outlets = {_outlet(corpus, spot.document) for spot in claim.cited}
        others = any(voice not in outlets for voice in claim.voices)
        if "who" in claim.inferred or not (others or claim.attribution):
            continue
        spans, paragraphs = [], []
        for spot, text in zip((cited.span for cited in claim.cited), texts, strict=True):
            if text is not None and spot is not None and spot.paragraph <= len(text):
                paragraphs.append(text[spot.paragraph - 1])
                spans.append(paragraphs[-1][spot.start : spot.end])
        if len(spans) == len(texts) and not relatives.named(claim, spans):
            yield item, relatives.named(claim, paragraphs)


def _outlet(corpus: Corpus, document: str) -> str | None:
    fact = corpus.fact(document)
    assert isinstance(fact, Document)
    return fact.outlet


class _Relatives:
    """Looks in texts for speakers, for those for whom they speak and for those who speak for them."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._above: dict[str, list[str]] = defaultdict(list)
        self._below: dict[str, list[str]] = defaultdict(list)
        self._known: dict[tuple[str, ...], tuple[KnownNames, list[str]]] = {}
        for item in corpus.of(Actor):
            for part in item.fact.part_of:
                self._above[item.id].append(part.actor)
                self._below[part.actor].append(item.id)

    def named(self, claim: Claim, texts: list[str]) -> bool:
        """Return whether one of some texts holds who speaks, or the words that stand in for it."""
        if claim.voices not in self._known:
            facts = [self._corpus.fact(name) for name in sorted(self._of(claim.voices))]
            self._known[claim.voices] = KnownNames(facts), [name for fact in facts for name in _names(fact)]
        known, names = self._known[claim.voices]
        printed = [fold(part).strip() for part in _LEFT_OUT.split(claim.attribution or "") if part.strip()]
        return any(
            known.find(text)
            or (printed and all(part in fold(text) for part in printed))
            or any(_holds(text, name) for name in names)
            for text in texts
        )

    def _of(self, voices: tuple[str, ...]) -> set[str]:
        found = set(voices)
        for onward in (self._above, self._below):
            todo = list(voices)
            for name in todo:
                new = [other for other in onward.get(name, ()) if other not in found]
                found.update(new)
                todo += new
        return found


def _names(fact: Any) -> list[str]:
    """Return the names of an actor; of a person each word alone."""
    own = [*fact.names, getattr(fact, "wording", "")]
    words = [word for name in own for word in name.split() if len(word) > 2] if fact.VOICE == "person" else []
    return [name for name in (*own, *words) if name]


def _holds(text: str, name: str) -> bool:
    """Return whether a text holds every word of a name, whatever the endings."""
    words = tokens(text)
    stems = {stem(word) for word in words}
    return all(
        stem(part) in stems or (len(part) >= _STEMMED and any(word.startswith(part) for word in words))
        for part in tokens(name)
    )
