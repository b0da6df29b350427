"""A time axis: days to pixels, long gaps shortened and marked, with days or months to print on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

LONG_DAYS = 45
"""Days without anything that are shortened, when they are also a good part of the whole."""
GAP_PX = 40.0
"""Room that a shortened gap keeps."""
STEPS = (1, 2, 7, 14)
"""Days between two values on a short axis; on a longer one they are whole months."""
MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


class Part(NamedTuple):
    """Days that are drawn to one scale, and where."""

    first: date
    last: date
    left: float
    right: float


class Calendar(NamedTuple):
    """From days to pixels: parts from left to right, with a shortened gap between two."""

    parts: tuple[Part, ...]

    def at(self, day: date) -> float:
        """Return where a day is; within a shortened gap its share of the gap.

        Example:
            >>> calendar([date(2024, 1, 1), date(2024, 1, 11)], 0, 100).at(date(2024, 1, 6))
            50.0
        """
        before = self.parts[0]
        for part in self.parts:
            if day < part.first:
                return _between(day, before.last, part.first, before.right, part.left)
            if day <= part.last:
                return _between(day, part.first, part.last, part.left, part.right)
            before = part
        return before.right

    def gaps(self) -> list[tuple[float, float]]:
        """Return where each shortened gap starts and ends."""
        return [(a.right, b.left) for a, b in pairwise(self.parts)]

    def ticks(self, room: float) -> list[tuple[str, float]]:
        """Return days (2024-10-13) or months (2024-10) to print, `room` pixels apart at least."""
        out: list[tuple[str, float]] = []
        for part in self.parts:
            fine = _days(part, room) or _months(part, room) or [(str(part.first), part.left)]
            out += [tick for tick in fine if not out or tick[1] - out[-1][1] >= room]
        return out


def calendar(days: Iterable[date], left: float, right: float) -> Calendar:
    """Return the axis on which some days have room; one day alone stands in the middle.

    Args:
        days: at least one.
        left: where the axis starts, in pixels.
        right: where it ends.
    """
    known = sorted(set(days))
    whole = (known[-1] - known[0]).days
    cuts = [
        i for i, (a, b) in enumerate(pairwise(known)) if (b - a).days > LONG_DAYS and (b - a).days * 8 > whole
    ]
    edges = [-1, *cuts, len(known) - 1]
    spans = [(known[a + 1], known[b]) for a, b in pairwise(edges)]
    lengths = [(b - a).days for a, b in spans]
    room = right - left - GAP_PX * len(cuts)
    least = min(24.0, room / len(spans) / 2)
    spare = room - least * len(spans)
    total = sum(lengths)
    parts, x = [], left
    for (first, last), length in zip(spans, lengths, strict=True):
        width = least + (spare * length / total if total else spare / len(spans))
        middle = x + width / 2 if first == last else None
        ends = (middle, middle) if middle is not None else (x, x + width)
        parts.append(Part(first, last, round(ends[0], 1), round(ends[1], 1)))
        x += width + GAP_PX
    return Calendar(tuple(parts))


def _between(day: date, first: date, last: date, left: float, right: float) -> float:
    share = (day - first).days / (last - first).days if last > first else 0.0
    return round(left + share * (right - left), 1)


def _days(part: Part, room: float) -> list[tuple[str, float]]:
    length = (part.last - part.first).days
    if not length:
        return [(str(part.first), part.left)]
    pixels = (part.right - part.left) / length
    step = next((step for step in STEPS if step * pixels >= room), None)
    if step is None:
        return []
    days = [part.first + timedelta(n) for n in range(0, length + 1, step)]
    if (part.last - days[-1]).days * pixels >= room:
        days.append(part.last)
    return [(str(day), _between(day, *part)) for day in days]


def _months(part: Part, room: float) -> list[tuple[str, float]]:
    """Return the first days of months that are inside, or of years."""
    pixels = (part.right - part.left) / max(1, (part.last - part.first).days)
    step = next((step for step in MONTHS if step * 30 * pixels >= room), MONTHS[-1])
    start, end = (day.year * 12 + day.month - 1 for day in (part.first, part.last))
    marks = []
    for month in range(-(-start // step) * step, end + 1, step):
        day = date(month // 12, month % 12 + 1, 1)
        if part.first <= day <= part.last:
            text = str(day.year) if step % 12 == 0 else f"{day.year:04}-{day.month:02}"
            marks.append((text, _between(day, *part)))
    return marks
