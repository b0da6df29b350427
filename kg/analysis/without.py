"""Leave one out: what would be left without an actor or a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Literal, NamedTuple

from kg.analysis.asof import orphaned, without_claims, without_documents
from kg.analysis.belonging import Level
from kg.analysis.counting import roots_of
from kg.analysis.independence import Roots
from kg.analysis.votes import AGAINST, Ballots
from kg.analysis.world import World

Effect = Literal["falls to none", "falls to one", "loses a root"]
EFFECTS: tuple[Effect, ...] = ("falls to none", "falls to one", "loses a root")


class Loss(NamedTuple):
    """What an event loses."""

    event: str
    before: Roots
    after: Roots
    effect: Effect
    fallen: tuple[str, ...]
    """The supporting claims that are gone."""
    rule: str


def fallen(world: World, actor: str) -> frozenset[str]:
    """Return the claims that would be gone if an actor had said nothing.

    All that the actor says; of a document all that it says itself. Then, until nothing changes: every relay
    whose relayed claims are all gone, for it would have nothing to pass on; and every claim of a described or
    unknown speaker that is relayed, when all who relay it are gone, for such a speaker is heard only through
    others.
    """
    return _spread(world, [i for i, c in world.claims.items() if c.speaker == actor], _relayers(world))


def _relayers(world: World) -> dict[str, list[str]]:
    above: dict[str, list[str]] = {}
    for relay, others in world.relays.items():
        for other in others:
            if other != relay:
                above.setdefault(other, []).append(relay)
    return above


def _spread(world: World, first: Iterable[str], above: dict[str, list[str]]) -> frozenset[str]:
    gone = set(first)
    todo = list(gone)
    while todo:
        claim = todo.pop()
        for relay in above.get(claim, ()):
            if relay not in gone and all(o in gone or o == relay for o in world.relays[relay]):
                gone.add(relay)
                todo.append(relay)
        for other in world.relays.get(claim, ()):
            if other not in gone and _unheard(world, other) and all(r in gone for r in above[other]):
                gone.add(other)
                todo.append(other)
    return frozenset(gone)


def _unheard(world: World, claim: str) -> bool:
    speaker = world.claims[claim].speaker
    return speaker is None or world.actors[speaker].kind == "unnamed"


def rebuilt(world: World, gone: str) -> World:
    """Return the world without an actor's claims and all that falls with them, or without a document.

    Without a document its citations are gone, what it says itself with all that falls with that, and the
    claims that no other document prints; a claim whose relayed claim was printed only there becomes a root,
    as on a day on which that was not known yet. Claims about what is gone are gone, too.
    """
    left = without_documents(world, {gone}) if gone in world.documents else world
    return without_claims(left, fallen(world, gone))


def without(
    world: World, gone: str, *, level: Level = "organization", among: Collection[str] | None = None
) -> list[Loss]:
    """Compare the roots of each event with and without an actor or a document.

    An event falls to none when no root is left, falls to one when at least two were certain (min >= 2) and
    now min is 1, and else loses a root when min or max is lower. The answer equals that of a graph built
    anew without it (`rebuilt`); only events that the loss touches are counted again.

    Args:
        world: the graph, as known on the day asked for.
        gone: id of the actor or document to leave out.
        level: at which roots are counted.
        among: only events that one of these claims is about.

    Returns:
        One row per event that loses something, the greatest loss first.

    Source:
        Leave-one-out sensitivity as in meta-analysis (Cochrane Handbook, 10.14), applied to who is believed.

    Example:
        >>> from kg.analysis.world import small_world
        >>> [(l.event, l.effect) for l in without(small_world("isw post", {"isw": ("post",)}), "post")]
        [('e', 'falls to none')]
    """
    return Sensitivity(world, level, among).without(gone)


class Sensitivity:
    """The roots of every event, and what each loss would do to them."""

    def __init__(
        self, world: World, level: Level = "organization", among: Collection[str] | None = None
    ) -> None:
        """Count all roots once; see `without` for the arguments."""
        self.world: World = world
        self.level: Level = level
        self._ballots = ballots = Ballots(world)
        self._above = _relayers(world)
        self._support: dict[str, tuple[str, ...]] = {}
        self.before: dict[str, Roots] = {}
        self._touched: dict[str, set[str]] = {}
        for event in ballots.subjects(among):
            votes = ballots.of(event)
            if votes.supporting:
                self._support[event] = votes.supporting
                self.before[event] = roots_of(ballots, votes, level)
                for claim in self._behind((*votes.supporting, *votes.wavering)):
                    self._touched.setdefault(claim, set()).add(event)
        for one in world.claims.values():
            if one.side in AGAINST:
                for event in ballots.touched(one) & self.before.keys():
                    for other in self._behind([one.id, *world.answers.get(one.id, ())]):
                        self._touched.setdefault(other, set()).add(event)
        self._says: dict[str | None, list[str]] = {}
        for known in world.claims.values():
            self._says.setdefault(known.speaker, []).append(known.id)
        self._prints: dict[str, list[str]] = {}
        for id_, documents in world.printed_in.items():
            for document in documents:
                self._prints.setdefault(document, []).append(id_)
        self._reprints: dict[str, list[str]] = {}
        for id_, printed in world.documents.items():
            if printed.reprint_of is not None:
                self._reprints.setdefault(printed.reprint_of, []).append(id_)

    def _behind(self, claims: Iterable[str]) -> set[str]:
        """Return claims and all that they relay, at any remove, with what takes any back or questions it."""
        behind = set(claims)
        todo = list(behind)
        while todo:
            claim = todo.pop()
            for other in (*self.world.relays.get(claim, ()), *self._ballots.bearing_on(claim)):
                if other not in behind:
                    behind.add(other)
                    todo.append(other)
        return behind

    def without(self, gone: str) -> list[Loss]:
        """Return what each event loses without an actor or a document."""
        ballots, lost = self._ballots, self.lost(gone)
        hit, falls = self._hit(gone, lost), lost
        within: World | None = None
        if gone in self.world.documents and self._hangs(gone):
            ballots, lost = Ballots(rebuilt(self.world, gone)), frozenset()
        elif gone in self.world.documents:
            within = replace(
                self.world,
                printed_in=_Printed(self.world.printed_in, gone),
                documents=_Left(self.world.documents, gone),
            )
        rows = []
        for event in hit:
            votes = ballots.of(event, lost=lost)
            after = roots_of(ballots, votes, self.level, lost=lost, within=within)
            before = self.before[event]
            done = effect(before.least, before.most, after.least, after.most)
            if done:
                missing = tuple(c for c in self._support[event] if c in falls)
                rule = f"roots {before.least}..{before.most} become {after.least}..{after.most}"
                rows.append(Loss(event, before, after, done, missing, rule))
        return sorted(rows, key=lambda row: (EFFECTS.index(row.effect), row.event))

    def weights(self) -> dict[str, int]:
        """Return for every speaker and document how many claims fall without it, at least."""
        falls = dict.fromkeys(self.world.claims, 1)
        only = {claim: others[0] for claim, others in self.world.relays.items() if len(set(others)) == 1}
        waiting = Counter(only.values())
        todo = [claim for claim in only if not waiting[claim]]
        while todo:
            claim = todo.pop()
            other = only.get(claim)
            if other is not None:
                falls[other] += falls[claim]
                waiting[other] -= 1
                todo += [] if waiting[other] else [other]
        speakers = {s: sum(map(falls.__getitem__, own)) for s, own in self._says.items() if s is not None}
        alone = {d: sum(len(self.world.printed_in[c]) == 1 for c in own) for d, own in self._prints.items()}
        return {i: max(speakers.get(i, 0), alone.get(i, 0)) for i in speakers | alone}

    def work(self, gone: str) -> int:
        """Return how many claims are to be counted again without an actor or a document."""
        return sum(len(self._support[event]) for event in self._hit(gone, self.lost(gone)))

    def _hit(self, gone: str, lost: Collection[str]) -> set[str]:
        """Return the events that the loss touches."""
        claims = {*self._printed_or_reprinted(gone), *lost} if gone in self.world.documents else lost
        return {event for claim in claims for event in self._touched.get(claim, ())}

    def _printed_or_reprinted(self, gone: str) -> set[str]:
        """Return the claims that a document prints, or one that prints it again, at any remove."""
        documents, todo = {gone}, [gone]
        while todo:
            for other in self._reprints.get(todo.pop(), ()):
                if other not in documents:
                    documents.add(other)
                    todo.append(other)
        return {claim for document in documents for claim in self._prints.get(document, ())}

    def lost(self, gone: str) -> frozenset[str]:
        """Return the claims that are gone without an actor or a document."""
        spread = _spread(self.world, self._says.get(gone, ()), self._above)
        only = (c for c in self._prints.get(gone, ()) if set(self.world.printed_in[c]) == {gone})
        if gone in self.world.documents:
            return orphaned(self.world, {*spread, *only}, {gone}, self._ballots.about)
        return orphaned(self.world, spread, (), self._ballots.about)

    def _hangs(self, gone: str) -> bool:
        """Return whether a document, or a copy of it, prints what is corrected or in question."""
        return any(map(self._ballots.hangs_on_documents, self._printed_or_reprinted(gone)))


class _Left[V](Mapping[str, V]):
    """A mapping without one of its keys."""

    def __init__(self, everything: Mapping[str, V], gone: str) -> None:
        self._all, self._gone = everything, gone

    def __getitem__(self, key: str) -> V:
        if key == self._gone:
            raise KeyError(key)
        return self._all[key]

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._all if key != self._gone)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Printed(_Left[tuple[str, ...]]):
    """Which documents print each claim, without one of them."""

    def __getitem__(self, claim: str) -> tuple[str, ...]:
        return tuple(document for document in self._all[claim] if document != self._gone)


def effect(least: int, most: int, least_left: int, most_left: int) -> Effect | None:
    """Return what happens to an event, by the bounds of its roots and what is left of them.

    Example:
        >>> effect(2, 3, 1, 2), effect(1, 1, 1, 1)
        ('falls to one', None)
    """
    if most_left == 0 and most > 0:
        return "falls to none"
    if least >= 2 and least_left == 1:
        return "falls to one"
    return "loses a root" if least_left < least or most_left < most else None
