"""A span of days that is more than its ends, as the analyses see it."""

from __future__ import annotations

from datetime import date
from typing import Self


class Worded(tuple[date | None, date | None]):
    """A span whose ends do not tell all of it: approximate, uncertain, a set, or a time on a clock.

    It equals only another with the same text.

    Attributes:
        text: as written in EDTF.

    Example:
        >>> from datetime import date
        >>> day = date(2024, 10, 11)
        >>> Worded((day, day), "2024-10-11~") == (day, day), Worded((day, day), "2024-10-11~")[0] == day
        (False, True)
    """

    text: str

    def __new__(cls, ends: tuple[date | None, date | None], text: str) -> Self:
        """Keep the text beside the ends."""
        made = super().__new__(cls, ends)
        made.text = text
        return made

    def __eq__(self, other: object) -> bool:
        """Return whether another has the same text."""
        return isinstance(other, Worded) and self.text == other.text

    def __ne__(self, other: object) -> bool:
        """Return the opposite, for a tuple would compare the ends."""
        return not self == other

    def __hash__(self) -> int:
        """Return a number that is the same for the same text."""
        return hash(self.text)
