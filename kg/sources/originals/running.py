"""Running heads and feet: lines that stand at the top or the foot of many pages."""

from __future__ import annotations

import re
from collections import Counter

from kg.sources.originals.lines import line

_LEAST = 3
_EDGE = 2
"""Lines at the top of a page, and at its foot, that could be running ones."""
_LONGEST = 150
_NUMBERED = re.compile(r"^\d+ |( \d+| \d+ ?(of|von|de|из|з|/) ?\d+)$")
"""The number of the page, before a running line or behind it."""


class Running:
    """Counts the lines at the edges of pages, numbers in them aside: those of the pages go on."""

    def __init__(self) -> None:
        """Begin before the first page."""
        self._pages: Counter[str] = Counter()
        self._first: dict[str, str] = {}
        self._varied: set[str] = set()

    def page(self, text: str) -> None:
        """Count the lines at the edges of one page."""
        lines = [plain for each in text.splitlines() if (plain := line(each))]
        edges = {_NUMBERED.sub("#", each): each for each in (*lines[:_EDGE], *lines[-_EDGE:])}
        for alike, each in edges.items():
            if len(each) <= _LONGEST and any(c.isalpha() for c in each):
                self._pages[alike] += 1
                if self._first.setdefault(alike, each) != each:
                    self._varied.add(alike)

    def notes(self, pages: int) -> list[str]:
        """Return a sentence for each line that stands on at least three pages and a third of them.

        Example:
            >>> running = Running()
            >>> for n in range(1, 5):
            ...     running.page(f"Report 7\\nText {n}.\\nMore {n}.\\nPage {n} of 4")
            >>> running.notes(4)[1:]
            ["running line 'Page 1 of 4' stands on 4 of 4 pages, with other numbers"]
        """
        often = [(alike, n) for alike, n in self._pages.most_common() if n >= max(_LEAST, pages / 3)]
        return [
            f"running line '{self._first[alike]}' stands on {n} of {pages} pages"
            + (", with other numbers" if alike in self._varied else "")
            for alike, n in often
        ]
