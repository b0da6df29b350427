"""Which claims are compared with each other: all that belong together, or the nearest."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from kg.analysis.world import Claim

MOST = 200_000
"""Pairs that one question compares, about; with more claims each is compared with fewer others."""
FEWEST = 25
"""With how many others before and after it a claim is compared, however many there are."""

Both = tuple[Claim, Claim]


class Pairing:
    """Forms pairs of claims; where many belong together, of those that were said near each other.

    Attributes:
        most: how many belonged together in the largest group of which not all were compared; 0 when all were.
        reach: with how many before and after it each claim is compared.

    Example:
        >>> from kg.analysis.world import small_world
        >>> few = list(small_world("a b c").claims.values())
        >>> [(one.id, other.id) for one, other in Pairing(few).within(few)]
        [('a', 'b'), ('a', 'c'), ('b', 'c')]
        >>> pairing = Pairing(few * 1_000)
        >>> sum(1 for _ in pairing.within(few * 1_000)), pairing.most, pairing.reach
        (195789, 3000, 66)
    """

    def __init__(self, claims: Collection[Claim], one_of: Collection[str] | None = None) -> None:
        """Divide the work.

        Args:
            claims: those that are compared with others.
            one_of: only pairs of which one claim is of these; all when None.
        """
        self._one_of = one_of
        asked = sum(map(self._asked, claims))
        self.reach: int = max(FEWEST, MOST // max(1, asked))
        self.most: int = 0

    def _asked(self, claim: Claim) -> bool:
        return self._one_of is None or claim.id in self._one_of

    def within(self, claims: Sequence[Claim]) -> Iterator[Both]:
        """Yield the pairs of claims that belong together, each once."""
        self._note(len(claims) - 1)
        line = sorted(claims, key=_when)
        for place, one in enumerate(line):
            if self._asked(one):
                yield from ((one, other) for other in line[place + 1 : place + 1 + self.reach])
                if self._one_of is not None:
                    before = line[max(0, place - self.reach) : place]
                    yield from ((other, one) for other in before if not self._asked(other))

    def between(self, claims: Sequence[Claim], others: Sequence[Claim]) -> Iterator[Both]:
        """Yield the pairs of claims of two groups, the one of the first group first."""
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
        """Return what was left out, and how to see it; empty when nothing was.

        Args:
            what: the claims, in words.
        """
        if not self.most:
            return ""
        return (
            f"{self.most:,} {what} belong together; each was compared with the {self.reach:,} said last"
            " before it and first after it: narrow with --topic, --event, --actor or --as-of to compare others"
        )


def _when(claim: Claim) -> tuple[date, str]:
    return claim.said[1] or claim.said[0] or date.max, claim.id
