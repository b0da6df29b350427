"""Which claims are compared with each other: all that belong together, or the nearest."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from kg.analysis.world import Claim

MOST = 200_000
"""Pairs that one question compares, if not every claim has to be compared with more than `FEWEST`."""
FEWEST = 25
"""With how many others before and after it a claim is compared, however many there are."""

Both = tuple[Claim, Claim]
Circle = tuple[Sequence[Claim], Sequence[Claim] | None]
"""Claims that belong together, or with those of a second group."""


class Pairing:
    """Forms pairs of claims; where too many belong together, of those that were said near each other.

    Attributes:
        most: how many belonged together in the largest circle that was not compared whole; 0 when all were.
        reach: with how many before and after it each claim is compared.

    Example:
        >>> from kg.analysis.world import small_world
        >>> few = list(small_world("a b c").claims.values())
        >>> [(one.id, other.id) for one, other in Pairing([(few, None)]).pairs((few, None))]
        [('a', 'b'), ('a', 'c'), ('b', 'c')]
        >>> many = few * 1_000
        >>> pairing = Pairing([(many, None), (few, None)])
        >>> sum(1 for _ in pairing.pairs((many, None))), pairing.most, pairing.reach
        (195789, 3000, 66)
    """

    def __init__(
        self,
        circles: Iterable[Circle],
        one_of: Collection[str] | None = None,
        most: int = MOST,
        within: int | None = None,
    ) -> None:
        """Divide the work: the largest circles are compared the least.

        Args:
            circles: all that will be compared.
            one_of: only pairs of which one claim is of these; all when None.
            most: how many pairs, about.
            within: the reach, when it is known of more circles than these.
        """
        self._one_of = None if one_of is None else frozenset(one_of)
        sizes = []
        for claims, others in circles:
            asked = sum(map(self._asked, (*claims, *(others or ())) if one_of is not None else claims))
            sizes.append((asked / 2 if others is None and one_of is None else asked, len(others or claims)))
        self.reach: int = reach(sizes, most) if within is None else within
        self.most: int = 0

    def _asked(self, claim: Claim) -> bool:
        return self._one_of is None or claim.id in self._one_of

    def pairs(self, circle: Circle) -> Iterator[Both]:
        """Yield the pairs of a circle, each once; of two groups the one of the first group first."""
        claims, others = circle
        return self._within(claims) if others is None else self._between(claims, others)

    def _within(self, claims: Sequence[Claim]) -> Iterator[Both]:
        self._note(len(claims) - 1)
        line = sorted(claims, key=_when)
        for place, one in enumerate(line):
            if self._asked(one):
                yield from ((one, other) for other in line[place + 1 : place + 1 + self.reach])
                if self._one_of is not None:
                    before = line[max(0, place - self.reach) : place]
                    yield from ((other, one) for other in before if not self._asked(other))

    def _between(self, claims: Sequence[Claim], others: Sequence[Claim]) -> Iterator[Both]:
        self._note(len(others))
        line = sorted(others, key=_when)
        for one in filter(self._asked, claims):
            yield from ((one, other) for other in self._near(one, line))
        if self._one_of is not None:
            line = sorted((c for c in claims if not self._asked(c)), key=_when)
            for other in filter(self._asked, others):
                yield from ((one, other) for one in self._near(other, line))

    def _near(self, claim: Claim, line: Sequence[Claim]) -> Sequence[Claim]:
        at = bisect(line, _when(claim), key=_when) if len(line) > self.reach else 0
        return line[max(0, at - self.reach) : at + self.reach]

    def _note(self, others: int) -> None:
        if others > self.reach:
            self.most = max(self.most, others + 1)

    def note(self, what: str) -> str:
        """Return what was left out, and how to see it; see `note`."""
        return note(self.most, self.reach, what)


def reach(sizes: Collection[tuple[float, int]], most: int = MOST) -> int:
    """Return with how many before and after it each claim is compared.

    Args:
        sizes: for each circle how many claims ask, and how many each of them may be compared with.
        most: how many pairs, about.
    """
    few, many = FEWEST, max((size for _, size in sizes), default=0)
    while few < many:
        middle = (few + many + 1) // 2
        if sum(asked * min(size, 2 * middle) for asked, size in sizes) <= most:
            few = middle
        else:
            many = middle - 1
    return few


def note(most: int, reach: int, what: str) -> str:
    """Return what was left out, and how to see it; empty when nothing was.

    Args:
        most: how many belonged together in the largest circle that was not compared whole; 0 when all were.
        reach: with how many before and after it each claim was compared.
        what: the claims, in words.
    """
    if not most:
        return ""
    return (
        f"{most:,} {what} belong together; each was compared with the {reach:,} said last"
        " before it and first after it: narrow with --topic, --event, --actor or --as-of"
    )


def _when(claim: Claim) -> tuple[tuple[date, str], str]:
    return claim.moment, claim.id
