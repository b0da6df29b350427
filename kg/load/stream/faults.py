"""What was found wrong: the first problems, and how many there are in all."""

from __future__ import annotations

import heapq

from kg.errors import Problem
from kg.sources.json_lines import ids_on

SHOWN = 100
"""Problems that are told; the rest is counted."""

_MOST_LOST = 10_000


class Faults:
    """Problems of single lines as they are, and the numbers of lines whose problem needs other lines to tell.

    Example:
        >>> faults = Faults()
        >>> faults.across(7)
        >>> faults.across(3, times=2)
        >>> faults.count, faults.lines
        (3, [3, 7])
    """

    def __init__(self) -> None:
        """Start without any fault."""
        self.count = 0
        self.problems: list[Problem] = []
        self.lost: set[str] = set()
        self.blind = False
        """So many lines could not be read that an unknown id says nothing."""
        self._lines: list[int] = []

    def here(self, *problems: Problem) -> None:
        """Note problems of the line that is being read."""
        self.count += len(problems)
        self.problems += problems[: max(0, SHOWN - len(self.problems))]

    def unread(self, line: bytes) -> None:
        """Note the ids on a line that is no fact: references to them are no further fault."""
        self.lost |= ids_on(line.decode(errors="replace"))
        self.blind |= len(self.lost) > _MOST_LOST

    def across(self, line: int, times: int = 1) -> None:
        """Note a line that does not fit to others; the first ones are kept."""
        self.count += times
        if -line not in self._lines:
            heapq.heappush(self._lines, -line)
            if len(self._lines) > SHOWN:
                heapq.heappop(self._lines)

    @property
    def lines(self) -> list[int]:
        """The first lines that do not fit to others, in order."""
        return sorted(-line for line in self._lines)
