"""Things that may be one, put together step by step."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """Ids that are united step by step, each in one group at any time.

    Source:
        Union-find (Tarjan, Efficiency of a good but not linear set union algorithm, 1975).

    Example:
        >>> groups = Groups()
        >>> groups.unite("a", ["b"])
        >>> groups.split(["a", "b", "c"])
        [('a', 'b'), ('c',)]
    """

    def __init__(self) -> None:
        """Start with every id alone."""
        self._up: dict[str, str] = {}

    def find(self, item: str) -> str:
        """Return the id that stands for the group of an id."""
        while (up := self._up.get(item, item)) != item:
            self._up[item] = item = self._up.get(up, up)
        return item

    def unite(self, item: str, others: Iterable[str]) -> None:
        """Put others into the group of an id, with all that is in theirs."""
        top = self.find(item)
        for other in others:
            self._up[self.find(other)] = top

    def split(self, items: Iterable[str]) -> list[tuple[str, ...]]:
        """Return items by group, in their order."""
        tops: dict[str, list[str]] = {}
        for item in items:
            tops.setdefault(self.find(item), []).append(item)
        return [tuple(members) for members in tops.values()]
