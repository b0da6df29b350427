"""What stands under a drawing: how to read it, what it rests on, and the day of knowledge."""

from __future__ import annotations

from collections.abc import Iterable

from kg.drawing.model import Drawing, Kind
from kg.drawing.subject import Subject
from kg.drawing.words import day, iso, listed


def caption(subject: Subject, claims: Iterable[str], how: str, *, left_out: int = 0, narrow: str = "") -> str:
    """Return the caption of a drawing.

    Args:
        subject: what is drawn.
        claims: those that the drawing rests on; their documents are cited.
        how: how to read it.
        left_out: how many nodes had no room.
        narrow: how to ask for less.
    """
    parts = [how]
    if left_out:
        parts.append(f"{left_out:,} more did not fit: {narrow or 'ask for one topic or event'}.")
    documents = subject.documents(claims)
    if documents:
        cited = [f"{subject.outlet(d)}, {day(subject.properties(d), 'published')}" for d in documents]
        parts.append(f"Rests on: {listed(cited)}.")
    else:
        parts.append("No document is cited.")
    if subject.as_of:
        parts.append(f"As known on {subject.as_of}.")
    elif documents:
        parts.append(f"As known from all that was published by {iso(subject.properties(documents[-1]).get('published_to'))}.")
    return " ".join(part for part in parts if part)


def empty(subject: Subject, kind: Kind, why: str) -> Drawing:
    """Return a drawing that says that there is nothing to draw, and why."""
    from kg.drawing.frame import framed
    from kg.drawing.model import Text

    day_ = f" As known on {subject.as_of}." if subject.as_of else ""
    words = [Text(0, 0, "Nothing to draw.", "start", "lane"), Text(0, 24, why, "start", "note")]
    return framed(Drawing(kind, subject.title, f"{why}{day_}", (), (), tuple(words)))
