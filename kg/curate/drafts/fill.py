"""From a sentence to a proposed claim, with what is left open left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from kg.curate.drafts.about import Events
from kg.curate.drafts.draft import Proposal
from kg.curate.drafts.figure import carries, figure, quantity
from kg.curate.drafts.ids import claim_id
from kg.curate.drafts.said import said
from kg.curate.drafts.sentence import Sentence
from kg.curate.drafts.speaking import Speaking, speaking
from kg.curate.drafts.stance_told import stance_of
from kg.curate.drafts.usual import mode_of, topic_of
from kg.curate.drafts.worth import worth
from kg.language import ENGLISH
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.model.kinds.topic import Topic
from kg.model.quantity import Quantity
from kg.model.stances import STANCES
from kg.model.weighing import UNKNOWN
from kg.sources.located import Seeds


@dataclass(frozen=True)
class Filler:
    """Fills in claims of one document from what the facts so far tell.

    Attributes:
        document: whose sentences are read.
        seeds: the facts so far.
    """

    document: Document
    seeds: Seeds

    @cached_property
    def facts(self) -> dict[str, Any]:
        """The facts by id."""
        return {fact.id: fact for fact in self.seeds.facts}

    @cached_property
    def published(self) -> date:
        """Last day of publication meant."""
        return self.document.published.last or self.document.recorded.last or date.max

    @cached_property
    def _claims(self) -> list[Claim]:
        return [item.fact for item in self.seeds.of(Claim)]

    @cached_property
    def _units(self) -> frozenset[str]:
        return frozenset(claim.quantity.unit for claim in self._claims if claim.quantity)

    @cached_property
    def _topics(self) -> list[str]:
        return [item.id for item in self.seeds.of(Topic)]

    @cached_property
    def _events(self) -> Events:
        return Events.of(self.facts)

    def proposal(self, sentence: Sentence) -> Proposal | None:
        """Return the claim of a sentence; None when it lacks a figure, a name or a word of reporting.

        Args:
            sentence: with its candidates.
        """
        number = figure(sentence, self._units)
        if number is None or not sentence.of("name", "new-name"):
            return None
        speaker = speaking(sentence, self.document.language)
        if speaker is None:
            return None
        language = self.document.language
        stance, why_stance = stance_of(sentence.text, language, speaker.start, speaker.end)
        event, why_event = self._events.about(sentence, self.published)
        day = said(sentence, speaker, language, self.published)
        topic = topic_of(self._claims, self._topics, event)
        amount = quantity(sentence, number, mode_of(self._claims, event, number.unit))
        claim = {
            "id": claim_id(self._who(speaker), number.unit, day.text),
            "topic": topic,
            "stance": stance,
            "speaker": speaker.speaker,
            "attribution": speaker.attribution,
            "said": day.text,
            "about": event,
            "mentions": sorted(self._goods(sentence) - {event}),
            "quantity": amount,
            "paraphrase": self._paraphrase(speaker, stance, event, amount),
            "inferred": {"said": day.inferred} if day.inferred else None,
            "cited": [sentence.citation(self.document.id)],
        }
        others = [
            sentence.between(o.start, o.end) for o in sentence.of("number") if o is not number and o.unit
        ]
        also = (
            (f"quantity: {' and '.join(f"'{words}'" for words in others)} stands there, too",)
            if others
            else ()
        )
        filled = {name: value for name, value in claim.items() if value}
        score = worth(filled) + carries(number, self._units) + day.exact + min(len(sentence.ids), 3)
        return Proposal(
            filled,
            score,
            (speaker.why, why_stance, day.why, why_event, *also),
        )

    def _who(self, speaker: Speaking) -> str:
        return speaker.speaker if speaker.speaker != UNKNOWN else self.document.outlet or self.document.id

    def _goods(self, sentence: Sentence) -> set[str]:
        return {name for name in sentence.ids if type(self.facts[name]).ROLE == "goods"}

    def _paraphrase(
        self, speaker: Speaking, stance: str | None, event: str | None, amount: dict[str, Any]
    ) -> str | None:
        """Return English words made from the fields; None where one is open that they would need."""
        if (
            speaker.speaker == UNKNOWN
            or stance is None
            or event is None
            or not {"unit", "measure"} & {*amount}
        ):
            return None
        number = Quantity.model_validate({"mode": "flow", **amount}).words()
        who, verb = self.facts[speaker.speaker].caption, STANCES[stance].words[ENGLISH].verb
        return f"{who} {verb}: {number} ({self.facts[event].caption})."
