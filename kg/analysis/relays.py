"""Where every claim comes from: the ends of its relay chains, and the loops that have no end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Relays = Mapping[str, tuple[str, ...]]


def loops(relays: Relays) -> list[tuple[str, ...]]:
    """Return every set of claims that relay each other in a circle, each set once, sorted.

    A loop is a strongly connected component of the relays with more than one claim, or a claim that relays
    itself (Tarjan, Depth-first search and linear graph algorithms, 1972; written without recursion).

    Example:
        >>> loops({"a": ("b",), "b": ("a",), "c": ("a",)})
        [('a', 'b')]
    """
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    found: list[tuple[str, ...]] = []
    for start in _uphill(relays):
        if start in index:
            continue
        work = [(start, iter(relays.get(start, ())))]
        index[start] = low[start] = len(index)
        stack.append(start)
        on_stack.add(start)
        while work:
            claim, onward = work[-1]
            for other in onward:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    on_stack.add(other)
                    work.append((other, iter(relays.get(other, ()))))
                    break
                if other in on_stack:
                    low[claim] = min(low[claim], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[claim])
                if low[claim] == index[claim]:
                    members = []
                    while True:
                        member = stack.pop()
                        on_stack.discard(member)
                        members.append(member)
                        if member == claim:
                            break
                    if len(members) > 1 or claim in relays.get(claim, ()):
                        found.append(tuple(sorted(members)))
    return sorted(found)


def _uphill(relays: Relays) -> Iterable[str]:
    """Return the claims that relay, without those from which plainly no circle can be reached.

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
    return sorted(claim for claim, count in left.items() if count)


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
