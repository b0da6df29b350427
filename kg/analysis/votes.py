"""What the claims do to each event: who vouches, presupposes, expects, denies, doubts; said only here.

Assertion travels from a part to the whole, denial and doubt from the whole to its parts, and both from an
answer to the event of what it answers. Everything that judges events counts these votes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from kg.analysis.belonging import Belonging
from kg.analysis.live_claims import SUPPORT, corrected, corrections, own_retractions
from kg.analysis.relays import remaining, terminals
from kg.analysis.select import ancestors
from kg.analysis.who_says import WhoSays
from kg.analysis.world import Claim, World
from kg.model.stances import Side
from kg.model.weighing import HOW_MANY, WHOLE

NOTHING: frozenset[str] = frozenset()
AGAINST: frozenset[Side] = frozenset({"against", "doubt"})


class Votes(NamedTuple):
    """The live claims that bear on one thing, by what they do; each id once, in the order of claims."""

    vouching: tuple[str, ...]
    """Assert it as a whole: claims about it, or about a part of it that has happened."""
    presuming: tuple[str, ...]
    """Assert a mere facet of it, or pass on what does not vouch for it: it is presupposed.

    So do claims of which somebody denies or doubts that they were said, or that what states them is real.
    """
    expecting: tuple[str, ...]
    denying: tuple[str, ...]
    """Deny the whole: claims about it or a larger event, or answers to what supports one of these."""
    doubting: tuple[str, ...]
    """Doubt or do not confirm the whole, in the same ways."""
    wavering: tuple[str, ...]
    """Assert it, while their speaker also doubts or does not confirm it: they count as not confirming."""
    partly: tuple[str, ...]
    """Deny a part of it, and not only how many."""
    facets: tuple[str, ...]
    """Deny or doubt only a facet, such as how many."""
    circular: tuple[str, ...]
    """Support it, but only in a circle of relays."""

    @property
    def supporting(self) -> tuple[str, ...]:
        """All that support it, for its occurrence or in expectation."""
        return tuple(sorted({*self.vouching, *self.presuming, *self.expecting, *self.circular}))


class Ballots:
    """The votes on every thing of a world, with or without some claims; indexes are made once."""

    def __init__(self, world: World) -> None:
        """Index the claims by what they are about or answer."""
        self.world: World = world
        self.belonging: Belonging = Belonging(world)
        self.about: dict[str, list[str]] = {}
        self._aimed: dict[str, list[str]] = {}
        self.parts: dict[str, list[str]] = {}
        self._above: dict[str, list[str]] = {}
        self._own_retractions = own_retractions(world)
        self._corrections = corrections(world)
        self._in_question: dict[str, list[str]] = {}
        self._ends: dict[str, tuple[str, ...]] = {}
        self.speakers: WhoSays = WhoSays(world.claims)
        for claim in world.claims.values():
            self.about.setdefault(claim.about, []).append(claim.id)
            if claim.side in AGAINST and (claim.about in world.claims or claim.about in world.documents):
                self._in_question.setdefault(claim.about, []).append(claim.id)
            if claim.side in AGAINST:
                for thing in self.targets(claim):
                    self._aimed.setdefault(thing, []).append(claim.id)
        for thing in world.things:
            for larger in self.above(thing)[1:]:
                self.parts.setdefault(larger, []).append(thing)

    def above(self, thing: str) -> list[str]:
        """Return a thing and the larger events that it is a part of, the nearest first."""
        if thing not in self._above:
            self._above[thing] = ancestors(self.world, thing)
        return self._above[thing]

    def subjects(self, among: Collection[str] | None = None) -> list[str]:
        """Return what claims are about, and the larger events; with `among` only what these are about."""
        if among is not None:
            return sorted({self.world.claims[c].about for c in among})
        return sorted({larger for thing in self.about for larger in self.above(thing)})

    def targets(self, claim: Claim, lost: Collection[str] = NOTHING) -> list[str]:
        """Return what a denial or doubt stands against: its own event, and that of each claim it answers."""
        answers = self.world.answers.get(claim.id, ())
        answered = (self.world.claims[c] for c in answers if c not in lost)
        return list(dict.fromkeys((claim.about, *(c.about for c in answered if c.side in SUPPORT))))

    def touched(self, claim: Claim) -> set[str]:
        """Return the things whose votes may change when a claim is gone, without looking along its relays."""
        if claim.side in AGAINST:
            return {
                t for thing in self.targets(claim) for t in (*self.above(thing), *self.parts.get(thing, ()))
            }
        return set(self.above(claim.about))

    def of_undenied_parts(self, votes: Votes) -> tuple[str, ...]:
        """Return those who vouch for a whole otherwise than through a part of it that somebody denies."""
        denied = {t for c in votes.partly for t in self.targets(self.world.claims[c])}
        return tuple(c for c in votes.vouching if denied.isdisjoint(self.above(self.world.claims[c].about)))

    def taken_back(self, claim: str, lost: Collection[str] = NOTHING) -> bool:
        """Return whether a claim was taken back, by its own speakers or by corrections."""
        own = self._own_retractions.get(claim)
        if own and any(other not in lost for other in own):
            return True
        if claim not in self._corrections:
            return False
        correcting = [other for other in self._corrections[claim] if other not in lost]
        return bool(correcting) and corrected(self.world, claim, correcting)

    def bearing_on(self, claim: str) -> Iterator[str]:
        """Yield the claims that may take a claim back, or deny or doubt that it was said."""
        yield from self._own_retractions.get(claim, ())
        yield from self._corrections.get(claim, ())
        for source in (claim, *self._papers(claim)) if self._in_question else ():
            yield from self._in_question.get(source, ())

    def hangs_on_documents(self, claim: str) -> bool:
        """Return whether some document that prints a claim is corrected or in question."""
        return claim in self._corrections or any(d in self._in_question for d in self._papers(claim))

    def said_for_certain(self, claim: str, lost: Collection[str] = NOTHING) -> bool:
        """Return whether nobody denies or doubts that a claim was said, or that what states it is real.

        A claim is in question when it is itself, when the document is that states it, or when every document
        that prints it is; a document is when that is from which it is copied.
        """
        if not self._in_question:
            return True

        def standing(*things: str) -> bool:
            return any(self.stands(c, lost) for thing in things for c in self._in_question.get(thing, ()))

        speaker, printed = self.world.claims[claim].speaker, {*self.world.printed_in[claim]}
        stated = self._copied(speaker) if speaker in self.world.documents and speaker else ()
        return not (
            standing(claim, *stated) or (printed and all(standing(*self._copied(d)) for d in printed))
        )

    def in_question(self, claim: str) -> bool:
        """Return whether it is open if a claim was said, or all that it passes on."""
        ends = self.ends([claim])[claim]
        return not self.said_for_certain(claim) or (
            bool(ends) and not any(self.said_for_certain(end) for end in ends)
        )

    def _papers(self, claim: str) -> Iterator[str]:
        """Yield the documents that print or state a claim, and what these are copied from."""
        for document in (self.world.claims[claim].speaker, *self.world.printed_in[claim]):
            if document is not None and document in self.world.documents:
                yield from self._copied(document)

    def _copied(self, document: str) -> tuple[str, ...]:
        return self.world.copied(document) if document in self.world.documents else (document,)

    def ends(self, claims: Iterable[str], lost: Collection[str] = NOTHING) -> dict[str, tuple[str, ...]]:
        """Return for each claim the ends of its chains that were not taken back."""
        if not lost:
            if not self._ends:
                self._ends = self._standing(terminals(self.world.claims, self.world.relays), lost)
            return {claim: self._ends[claim] for claim in claims}
        claims = list(claims)
        return self._standing(terminals(claims, remaining(self.world.relays, claims, lost)), lost)

    def _standing(
        self, found: dict[str, tuple[str, ...]], lost: Collection[str]
    ) -> dict[str, tuple[str, ...]]:
        if not self._own_retractions and not self._corrections:
            return found
        return {c: tuple(e for e in ends if not self.taken_back(e, lost)) for c, ends in found.items()}

    def of(
        self, thing: str, *, only: Collection[str] | None = None, lost: Collection[str] = NOTHING
    ) -> Votes:
        """Return the votes on one thing.

        Args:
            thing: id of an event, or of a weapon type or actor, where nothing travels.
            only: of the claims that support it only these.
            lost: claims that are not there.
        """
        claims = self.world.claims
        happened = not self._ahead(thing)
        doubting, denying, facets = self._against(thing, lost)
        doubters = {claims[c].speaker for c in doubting} - {None}
        bearing = [
            c
            for part in (thing, *self.parts.get(thing, ()))
            for c in self.about.get(part, ())
            if claims[c].side in SUPPORT
            and c not in lost
            and (only is None or c in only)
            and not self.taken_back(c, lost)
            and (part == thing or (claims[c].side == "for" and not (happened and self._ahead(part))))
        ]
        ends = self.ends(bearing, lost)
        chosen: dict[str, list[str]] = {
            name: [] for name in ("vouching", "presuming", "expecting", "wavering", "circular")
        }
        for c in sorted(bearing):
            claim = claims[c]
            if not ends[c]:
                if not self._reaches_an_end(c, lost):
                    chosen["circular"].append(c)
            elif claim.side == "ahead":
                chosen["expecting"].append(c)
            elif claim.speaker in doubters:
                chosen["wavering"].append(c)
            elif (
                claim.facet != WHOLE
                or not self.said_for_certain(c, lost)
                or not any(claims[e].side == "for" and self.said_for_certain(e, lost) for e in ends[c])
            ):
                chosen["presuming"].append(c)
            else:
                chosen["vouching"].append(c)
        partly = {
            c
            for part in self.parts.get(thing, ())
            for c in self._aimed.get(part, ())
            if claims[c].side == "against"
            and claims[c].facet != HOW_MANY
            and self.stands(c, lost)
            and (not lost or part in self.targets(claims[c], lost))
        } - {*denying}
        return Votes(
            vouching=tuple(chosen["vouching"]),
            presuming=tuple(chosen["presuming"]),
            expecting=tuple(chosen["expecting"]),
            denying=denying,
            doubting=doubting,
            wavering=tuple(chosen["wavering"]),
            partly=tuple(sorted(partly)),
            facets=facets,
            circular=tuple(chosen["circular"]),
        )

    def _ahead(self, thing: str) -> bool:
        known = self.world.things.get(thing)
        return known is not None and known.ahead

    def _reaches_an_end(self, claim: str, lost: Collection[str]) -> bool:
        """Return whether a chain ends at all, be it at what was taken back."""
        relays = remaining(self.world.relays, [claim], lost)
        return bool(terminals([claim], relays)[claim])

    def stands(self, claim: str, lost: Collection[str] = NOTHING) -> bool:
        """Return whether a claim stands, with a root that stands."""
        return (
            claim not in lost and not self.taken_back(claim, lost) and bool(self.ends([claim], lost)[claim])
        )

    def _against(
        self, thing: str, lost: Collection[str]
    ) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """Return who doubts the whole, who denies the whole, and who does either of a facet."""
        doubting, denying, facets = set(), set(), set()
        for larger in self.above(thing):
            for c in self._aimed.get(larger, ()):
                claim = self.world.claims[c]
                if not self.stands(c, lost) or (lost and larger not in self.targets(claim, lost)):
                    continue
                if claim.facet != WHOLE:
                    if larger == thing:
                        facets.add(c)
                elif claim.side == "against":
                    denying.add(c)
                else:
                    doubting.add(c)
        return tuple(sorted(doubting)), tuple(sorted(denying)), tuple(sorted(facets))
