"""Leave one out: what would be left without an actor or a document, and on what everything hangs."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple

from kg.analysis.asof import without_claims, without_documents
from kg.analysis.independence import Belonging, Level, Roots, count
from kg.analysis.live_claims import SUPPORT, by_subject, withdrawn
from kg.analysis.relays import terminals
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


class Keystone(NamedTuple):
    """Someone or something on which events hang."""

    id: str
    kind: Literal["actor", "document"]
    none: tuple[str, ...]
    one: tuple[str, ...]
    fewer: tuple[str, ...]
    """Events that fall to none, fall to one root, or lose one root of several."""
    claims: int
    """How many claims fall."""


def fallen(world: World, actor: str) -> frozenset[str]:
    """Return the claims that would be gone if an actor had said nothing.

    All that the actor says. Then, until nothing changes: every relay whose relayed claims are all gone, for
    it would have nothing to pass on; and every claim of a described or unknown speaker that is relayed, when
    all who relay it are gone, for such a speaker is heard only through others.
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

    Without a document its citations are gone, and the claims that no other document prints; a claim whose
    relayed claim was printed only there becomes a root, as on a day on which that was not known yet.
    """
    return (
        without_documents(world, {gone})
        if gone in world.documents
        else without_claims(world, fallen(world, gone))
    )


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
        self._wanted = None if among is None else {world.claims[c].about for c in among}
        self._belonging = Belonging(world)
        self._above = _relayers(world)
        self._taken_back = withdrawn(world)
        self._support = {
            e: c for e, c in by_subject(world, SUPPORT).items() if self._wanted is None or e in self._wanted
        }
        ends = terminals({c for claims in self._support.values() for c in claims}, world.relays)
        self.before: dict[str, Roots] = {
            event: self._count(claims, ends, self._taken_back) for event, claims in self._support.items()
        }
        self._says: dict[str | None, list[str]] = {}
        for known in world.claims.values():
            self._says.setdefault(known.speaker, []).append(known.id)
        self._prints: dict[str, list[str]] = {}
        for id_, documents in world.printed_in.items():
            for document in documents:
                self._prints.setdefault(document, []).append(id_)
        self._touched: dict[str, set[str]] = {}
        for event, claims in self._support.items():
            for claim in self._behind(claims):
                self._touched.setdefault(claim, set()).add(event)

    def _behind(self, claims: Iterable[str]) -> set[str]:
        """Return claims and all that they relay, at any remove."""
        behind = set(claims)
        todo = list(behind)
        while todo:
            for other in self.world.relays.get(todo.pop(), ()):
                if other not in behind:
                    behind.add(other)
                    todo.append(other)
        return behind

    def _count(
        self, claims: Iterable[str], ends: dict[str, tuple[str, ...]], taken_back: Collection[str]
    ) -> Roots:
        reached = {e for c in claims for e in ends[c]}
        return count(
            self.world, sorted(e for e in reached if e not in taken_back), self.level, self._belonging
        )

    def without(self, gone: str) -> list[Loss]:
        """Return what each event loses without an actor or a document."""
        lost = self.lost(gone)
        taken_back: Collection[str] = self._taken_back
        support = self._support
        touched = {event for claim in lost for event in self._touched.get(claim, ())}
        if any(self.world.claims[c].side == "back" for c in lost):  # what was taken back stands again
            left = without_claims(self.world, lost)
            taken_back, touched = withdrawn(left), set(support)
            support = by_subject(left, SUPPORT)
        rows = []
        for event in touched:
            claims = [c for c in support.get(event, ()) if c not in lost]
            relays = {
                c: kept
                for c in self._behind(claims) - lost
                if (kept := tuple(o for o in self.world.relays.get(c, ()) if o not in lost))
            }
            before, after = self.before[event], self._count(claims, terminals(claims, relays), taken_back)
            effect = _effect(before, after)
            if effect:
                missing = tuple(c for c in self._support[event] if c in lost)
                rule = f"roots {before.least}..{before.most} become {after.least}..{after.most}"
                rows.append(Loss(event, before, after, effect, missing, rule))
        return sorted(rows, key=lambda row: (EFFECTS.index(row.effect), row.event))

    def lost(self, gone: str) -> frozenset[str]:
        """Return the claims that are gone without an actor or a document."""
        if gone in self.world.documents:
            return frozenset(c for c in self._prints.get(gone, ()) if set(self.world.printed_in[c]) == {gone})
        return _spread(self.world, self._says.get(gone, ()), self._above)

    def keystone(self, gone: str) -> Keystone:
        """Return what hangs on one actor or document."""
        losses = self.without(gone)
        events = {effect: tuple(row.event for row in losses if row.effect == effect) for effect in EFFECTS}
        kind: Literal["actor", "document"] = "document" if gone in self.world.documents else "actor"
        return Keystone(
            gone,
            kind,
            events["falls to none"],
            events["falls to one"],
            events["loses a root"],
            len(self.lost(gone)),
        )


def _effect(before: Roots, after: Roots) -> Effect | None:
    if after.most == 0 and before.most > 0:
        return "falls to none"
    if before.least >= 2 and after.least == 1:
        return "falls to one"
    return "loses a root" if after.least < before.least or after.most < before.most else None


def keystones(
    world: World, *, level: Level = "organization", among: Collection[str] | None = None
) -> list[Keystone]:
    """Rank actors and documents by what hangs on them.

    Those first without which the most events fall to none, then to one, then lose a root; then by claims that
    fall. Actors that never speak, and whatever changes no event, are left out. See `without` for the
    arguments.

    Example:
        >>> from kg.analysis.world import small_world
        >>> [k.id for k in keystones(small_world("isw post", {"isw": ("post",)}))]
        ['d', 'post']
    """
    all_of = Sensitivity(world, level, among)
    speakers = {c.speaker for c in world.claims.values() if c.speaker is not None}
    candidates = [
        all_of.keystone(i)
        for i in (*sorted(speakers), *sorted({d for p in world.printed_in.values() for d in p}))
    ]
    ranked = [k for k in candidates if k.none or k.one or k.fewer]
    return sorted(ranked, key=lambda k: (-len(k.none), -len(k.one), -len(k.fewer), -k.claims, k.id))
