"""Words of the facts on which it depends what a claim is worth; read without pydantic."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from kg.model.stances import Side

SUPPORT: frozenset[Side] = frozenset({"for", "ahead"})
"""Sides of claims that speak for what they are about."""

OWN_VOICE = ("news-outlet", "news-agency", "personal-account")
"""Kinds of organizations that print what others say: their own voice witnesses nothing unless first hand."""

LEAKED = "leaked-paper"
"""The kind of a document whose publisher did not write it."""

UNKNOWN = "unknown"
"""What stands for whoever no text names or describes."""

SHOWING = ("video", "satellite-image")
"""Kinds of documents that show something, whoever publishes them."""

AHEAD = ("wanted", "planned", "expected", "negotiated", "ordered")
"""Stages of an event that has not happened; who asserts it asserts that it is wanted or planned."""

FIGURES_AHEAD = ("planned", "prepared", "decided", "ordered", "expected")
"""Stages of a figure that may lie in the future of the speech although the claim asserts them."""

LOOSE = ("possible", "conditional")
"""Hedges of a speaker who vouches for nothing."""

WHOLE = "whole"
"""The facet of a claim that is about its event itself and not about one side of it."""

HOW_MANY = "how-many"
"""The facet of a claim that is about a number only."""

PROPERTIES = ("distance-km",)
"""Measures of what a thing is like, such as a range: no amount that is moved, lost or there."""

JOINT = "+"
"""Between the ids of the speakers of a joint statement, in `speaker_id`."""

HELD_BACK = "held back"
"""What stands for the words of a claim, document or event that is not shared.

A claim attributed so, which nobody speaks, keeps the place of one that a chain leads through.
"""

TAKEN_BACK = "taken_back"
"""The property for the first day on which it was known that a claim's own speakers had taken it back."""


def corrected_from[Day: (int, date)](
    printed: Iterable[tuple[Day, Collection[str]]], corrections: Collection[tuple[str, Day]]
) -> Day | None:
    """Return the first day on which all that had printed some words by then was corrected, None if never.

    Args:
        printed: for each document that prints the words its day, and itself with what it copies.
        corrections: documents that were corrected, and the day of each correction.

    Example:
        >>> corrected_from([(1, ["a"]), (2, ["b", "a"])], [("a", 3)]), corrected_from([(1, ["a"])], [])
        (3, None)
        >>> corrected_from([(1, ["a"]), (2, ["b"])], [("a", 3)])
    """
    printed = list(printed)
    for day in sorted({day for _, day in corrections}):
        wrong = {document for document, when in corrections if when <= day}
        known = [copied for first, copied in printed if first <= day]
        if known and all(not wrong.isdisjoint(copied) for copied in known):
            return day
    return None


_PAPER = " (document)"
"""What tells a document that says something itself from a speaker."""


def paper_name(title: str) -> str:
    """Return what a document is called that says something itself.

    Example:
        >>> paper_name("Contract on 40 rockets")
        'Contract on 40 rockets (document)'
    """
    return f"{title}{_PAPER}"


def paper_of(name: str) -> str:
    """Return the title in what a document is called that says something itself; empty in any other name.

    Example:
        >>> paper_of("Contract on 40 rockets (document)"), paper_of("Kim")
        ('Contract on 40 rockets', '')
    """
    return name.removesuffix(_PAPER) if name.endswith(_PAPER) else ""


def takes_back(retracting: Collection[str], speaking: Collection[str]) -> bool:
    """Return whether those who retract are all who spoke: nobody else takes words back.

    Example:
        >>> takes_back(("kirby",), ("kirby",)), takes_back(("kirby",), ()), takes_back(("ru",), ("kp", "ru"))
        (True, False, False)
    """
    return bool(speaking) and all(speaker in retracting for speaker in speaking)
