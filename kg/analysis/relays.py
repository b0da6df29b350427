"""Where every claim comes from: the ends of its relay chains, and the loops that have no end."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping

Relays = Mapping[str, tuple[str, ...]]


def retold(claim: str, relays: Relays) -> dict[str, int]:
    """Return the claims that pass one on, at any remove, and itself, with the relays in between at least.

    Example:
        >>> retold("c", {"a": ("b", "c"), "b": ("c",), "c": ("d",)})
        {'c': 0, 'a': 1, 'b': 1}
    """
    above: dict[str, list[str]] = {}
    for one, others in relays.items():
        for other in others:
            above.setdefault(other, []).append(one)
    found, todo = {claim: 0}, deque([claim])
    while todo:
        one = todo.popleft()
        for other in above.get(one, ()):
            if other not in found:
                found[other] = found[one] + 1
                todo.append(other)
    return found


def remaining(relays: Relays, claims: Iterable[str], lost: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return what some claims pass on, at any remove, without what is lost.

    Example:
        >>> remaining({"a": ("b", "c"), "b": ("c",)}, "a", {"c"})
        {'a': ('b',)}
    """
    found: dict[str, tuple[str, ...]] = {}
    todo = list(claims)
    while todo:
        claim = todo.pop()
        if claim not in found:
            found[claim] = tuple(o for o in relays.get(claim, ()) if o not in lost)
            todo += found[claim]
    return {claim: others for claim, others in found.items() if others}


def loops(relays: Relays) -> list[tuple[str, ...]]:
    """Return every set of claims that relay each other in a circle, each set once, sorted.

    A loop is a strongly connected component of the relays with more than one claim, or a claim that relays
    itself.

    Example:
        >>> loops({"a": ("b",), "b": ("a",), "c": ("a",)})
        [('a', 'b')]
    """
    left = _unsettled(relays)
    if not left:
        return []
    import networkx  # most graphs have no circle, and it takes longer to import than an answer takes

    graph = networkx.DiGraph((claim, other) for claim in left for other in relays[claim] if other in left)
    parts = networkx.strongly_connected_components(graph)
    return sorted(tuple(sorted(p)) for p in parts if len(p) > 1 or any(one in relays[one] for one in p))


def _unsettled(relays: Relays) -> set[str]:
    """Return the claims from which a circle can be reached.

    Claims whose relayed claims are all settled are settled; what remains reaches a circle.
    """
    left = {claim: len(others) for claim, others in relays.items()}
    above: dict[str, list[str]] = {}
    for claim, others in relays.items():
        for other in others:
            above.setdefault(other, []).append(claim)
    settled = [other for other in above if other not in left]
    while settled:
        for claim in above.get(settled.pop(), ()):
            left[claim] -= 1
            if not left[claim]:
                settled.append(claim)
    return {claim for claim, count in left.items() if count}


def terminals(claims: Iterable[str], relays: Relays) -> dict[str, tuple[str, ...]]:
    """Return for every claim the claims at the ends of its chains: those that relay nothing themselves.

    A claim that relays nothing is its own end. A loop is passed through and is no end: its members have the
    ends that any of them reaches, and none when no chain leads out.

    Example:
        >>> terminals("abcde", {"a": ("b", "c"), "b": ("c",), "d": ("e",), "e": ("d",)})["a"]
        ('c',)
        >>> terminals("de", {"d": ("e",), "e": ("d",)})
        {'d': (), 'e': ()}
    """
    leader = {member: loop[0] for loop in loops(relays) for member in loop}
    members: dict[str, list[str]] = {}
    for member, first in leader.items():
        members.setdefault(first, []).append(member)
    single: dict[str, tuple[str, ...]] = {}
    ends: dict[str, tuple[str, ...]] = {}

    def onward(claim: str) -> list[str]:
        if claim not in members:
            return [leader.get(other, other) for other in relays.get(claim, ())]
        return [
            leader.get(other, other)
            for member in members[claim]
            for other in relays[member]
            if leader.get(other) != claim
        ]

    for start in relays:
        todo = [leader.get(start, start)]
        while todo:
            claim = todo[-1]
            if claim in ends:
                todo.pop()
                continue
            others = onward(claim)
            missing = [other for other in others if other not in ends]
            if missing:
                todo += missing
                continue
            todo.pop()
            if not others:
                ends[claim] = () if claim in members else single.setdefault(claim, (claim,))
            elif len(others) == 1:
                ends[claim] = ends[others[0]]
            else:
                ends[claim] = tuple(sorted({end for other in others for end in ends[other]}))
    return {
        claim: ends[key] if (key := leader.get(claim, claim)) in ends else single.setdefault(claim, (claim,))
        for claim in claims
    }
