"""A claim as the pages show it: who said what, how sure, through whom, and where it is printed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from kg.language.directions import joined
from kg.language.interface.words import Words
from kg.model.citation import Citation, TextSpan
from kg.model.kinds.claim import Claim
from kg.model.stances import STANCES
from kg.model.weighing import WHOLE
from kg.site.addresses import stem
from kg.site.material import MOST_CLAIMS, Material
from kg.sources import texts

SIGNS = {
    **{word: stance.sign for word, stance in STANCES.items()},
    "supported": "",
    "denied": "✕",
    "disputed": "⇄",
    "unconfirmed": "?",
    "expected": "◷",
    "unknown": "–",
}
"""The mark beside the word of a stance or status, so that neither is told by colour alone."""


class Voice(NamedTuple):
    """Who speaks: id (empty when unknown), name, and how: `named`, `described` or `unknown`."""

    id: str
    name: str
    how: str


Voices = tuple[Voice, ...]
"""All who speak in a claim: several in a joint statement, one that is unknown where no text names one."""


class Hop(NamedTuple):
    """One claim of a chain and who said it."""

    claim: str
    voices: Voices


class PrintedPlace(NamedTuple):
    """Where a claim is printed, what differs there, and the quoted span when the texts are at hand."""

    document: str
    title: str
    outlet: str
    outlet_name: str
    published: str
    spot: str
    """Paragraph, page, region or moment, in words."""
    span: TextSpan | None
    """The words that are cited; None in what is no text."""
    otherwise: tuple[str, ...]
    quote: str | None
    state: str


class Card(NamedTuple):
    """A claim in words."""

    id: str
    anchor: str
    stance: str
    voices: Voices
    attribution: str
    said: str
    what: str
    figure: str
    wording: str
    bounds: str
    vague: bool
    counts: str
    facet: str
    firsthand: bool
    hedge: str
    when: str
    place: str
    topic: str
    about: str
    mentions: tuple[str, ...]
    chains: tuple[tuple[Hop, ...], ...]
    more_chains: int | str
    looped: bool
    relayed_by: tuple[Hop, ...]
    answers: tuple[Hop, ...]
    answered_by: tuple[Hop, ...]
    said_of: tuple[Any, ...]
    """Cards of the claims about this claim."""
    taken_back: bool
    unsourced: bool
    inferred: tuple[tuple[str, str], ...]
    note: str
    places: tuple[PrintedPlace, ...]


class Shown(list[Card]):
    """The first cards of a list.

    Attributes:
        all: how many claims there are.
    """

    all: int = 0


MOST_CHAINS = 12
"""The most chains of one claim that a card spells out."""
MOST_HOPS = 12
"""The most hops of a chain before its root that a card spells out."""
MOST_STEPS = 1_000
"""Steps that are taken along the relays of one claim: tangled ones have more chains than there are atoms."""


class Cards:
    """Makes the cards, each once.

    Attributes:
        material: the facts.
        w: the words.
    """

    def __init__(self, material: Material, w: Words) -> None:
        """Start without a card."""
        self.material, self.w = material, w
        self._made: dict[str, Card] = {}
        self._texts: dict[str, texts.DocumentText | None] = {}

    def __call__(self, claim: str) -> Card:
        """Return the card of a claim."""
        if claim not in self._made:
            self._made[claim] = self._card(self.material.claims[claim])
        return self._made[claim]

    def every(self, claims: Iterable[Claim]) -> Shown:
        """Return the cards of some claims in their order, as many as a page shows of one sort."""
        ids = [claim.id for claim in claims]
        shown = Shown(map(self, ids[:MOST_CLAIMS]))
        shown.all = len(ids)
        return shown

    def voices(self, claim: str) -> Voices:
        """Return who made a claim; an unnamed source is described, not named."""
        m, fact = self.material, self.material.claims[claim]
        if fact.stated_in:
            name = self.w("site.paper", name=m.name(fact.stated_in))
            return (Voice(fact.stated_in, name, "named"),)
        known = [voice for voice in fact.voices if voice in m.facts]
        if not known:
            printed = self.w.gloss("", fact.attribution, self.printed_in(fact))
            return (Voice("", printed or self.w("nobody"), "unknown"),)
        return tuple(Voice(i, m.name(i), "described" if m.voice(i) == "unnamed" else "named") for i in known)

    def printed_in(self, claim: Claim) -> str:
        """Return the language of the document that printed a claim first."""
        documents = [self.material.documents[cited.document] for cited in claim.cited]
        return min(documents, key=lambda one: one.day).language

    def names(self, claim: str) -> str:
        """Return the names of all who made a claim."""
        return joined((voice.name for voice in self.voices(claim)), f" {self.w('and')} ")

    def chains(self, claim: str) -> tuple[list[tuple[Hop, ...]], int | str, bool]:
        """Return the ways from a claim to the roots behind it, how many more, and whether one is a circle.

        A long way has a hop without a claim where hops are left out before its root.
        """
        relays = self.material.world.relays
        ways: dict[tuple[str, ...], None] = {}
        looped, steps = False, 0
        todo: list[tuple[str, ...]] = [(claim,)]
        while todo and len(ways) <= 4 * MOST_CHAINS and steps < MOST_STEPS:
            steps += 1
            way = todo.pop()
            onward = relays.get(way[-1], ())
            fresh = [other for other in onward if other not in way]
            looped = looped or len(fresh) < len(onward)
            if not fresh:
                ways |= {way: None} if len(way) > 1 else {}
            elif len(way) < MOST_HOPS or not any(other in relays for other in fresh):
                todo += [(*way, other) for other in reversed(fresh)]
            else:
                ways |= {(*way, "", end): None for end in self.material.ends[way[-1]][:MOST_CHAINS]}
        more: int | str = max(0, len(ways) - MOST_CHAINS)
        told = [tuple(Hop(c, self.voices(c) if c else ()) for c in way) for way in [*ways][:MOST_CHAINS]]
        return told, f"{more}+" if todo else more, looped

    def _card(self, fact: Claim) -> Card:
        w, q, m = self.w, fact.quantity, self.material
        chains, more, looped = self.chains(fact.id)
        counts = (
            []
            if q is None
            else [
                w("claim.priced", day=w.span(q.priced)) if q.priced else "",
                w("claim.of", what=m.name(q.of).replace("-", " ")) if q.of else "",
                w.either("mode", q.mode),
                w.either("stage", q.stage) if q.stage else "",
            ]
        )
        return Card(
            fact.id,
            stem(fact.id),
            fact.stance,
            self.voices(fact.id),
            fact.attribution or "",
            fact.said.text,
            fact.paraphrase,
            w.quantity(q),
            w.gloss("", q.wording, self.printed_in(fact)) if q else "",
            w.bounds(q) if q else "",
            bool(q and q.vague),
            ", ".join(filter(None, counts)),
            "" if fact.facet == WHOLE else w("claim.facet", facet=w(f"facet.of.{fact.facet}")),
            fact.firsthand,
            "" if fact.hedge == "plain" else fact.hedge,
            fact.when.text if fact.when else "",
            fact.place or "",
            fact.topic,
            fact.about,
            tuple(fact.mentions),
            tuple(chains),
            more,
            looped,
            self._hops(m.relayed_by.get(fact.id, ())),
            self._hops(fact.answers),
            self._hops(m.answered_by.get(fact.id, ())),
            tuple(self(one.id) for one in m.about.get(fact.id, ())),
            fact.id in m.taken_back,
            bool(m.seen.marks.get(fact.id, {}).get("unsourced")),
            tuple((w(f"facet.of.{facet}"), why) for facet, why in fact.inferred.items()),
            fact.note or "",
            tuple(self._place(citation) for citation in fact.cited),
        )

    def _hops(self, claims: Iterable[str]) -> tuple[Hop, ...]:
        return tuple(Hop(c, self.voices(c)) for c in claims if c in self.material.facts)

    def _place(self, cited: Citation) -> PrintedPlace:
        m, w = self.material, self.w
        document = m.documents[cited.document]
        otherwise = [
            w("claim.printed", words=w.gloss("", cited.wording, document.language)) if cited.wording else "",
            f"{w.quantity(cited.quantity)} ({w.bounds(cited.quantity)})" if cited.quantity else "",
            f"{w('claim.on')}: {w.span(cited.said)}" if cited.said else "",
            f"{w('claim.when')}: {w.span(cited.when)}" if cited.when else "",
            cited.note or "",
        ]
        state, quote = "", None
        if m.options.sources is not None:
            if cited.document not in self._texts:
                self._texts[cited.document] = texts.read(m.options.sources, document.file)
            printed = texts.quote_in(self._texts[cited.document], *(cited.span or [None] * 4))
            state, quote = printed.state, printed.text if printed.state == "verified" else None
        return PrintedPlace(
            cited.document,
            document.title,
            document.outlet or "",
            m.name(document.outlet) or w("document.outlet.unknown"),
            document.published.text,
            w.spot(dict(cited) | cited.derived(document)),
            cited.span,
            tuple(filter(None, otherwise)),
            quote,
            state,
        )
