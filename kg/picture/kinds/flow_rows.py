"""A row of a flow: how wide its band is, how far it goes, and what is written on its shipment."""

from __future__ import annotations

from kg.language.directions import joined
from kg.picture.metrics import cut, wrap
from kg.picture.subject import Subject
from kg.picture.transfers import Transfer

BAND_PX = 34.0
"""Width of the widest band of a unit."""
FRINGE_PX = 8.0
"""Hatched beyond a lower bound that has no upper one."""
THIN_PX = 1.6
STAGES = (("wanted", "planned", "expected"), ("negotiated", "ordered", "under-way"))
"""The stages of the first columns; what is in none of them is said to be delivered."""
DOTS = 8
"""Sources that are drawn as dots at most; more are only counted."""


def widest(row: Transfer) -> float:
    """Return the number that the widest end of a row stands for; 0 without one."""
    return (
        0.0
        if row.amount is None
        else row.amount.high
        if row.amount.high is not None
        else row.amount.low or 0.0
    )


def band_of(row: Transfer, most: float) -> tuple[float, float]:
    """Return the width that is certain and the width with what is not.

    Args:
        row: the row.
        most: the number that a full band stands for.
    """
    if row.amount is None or not most:
        return THIN_PX, THIN_PX
    low = (row.amount.low or 0.0) / most * BAND_PX
    if row.amount.high is None:
        return round(max(low, THIN_PX), 1), round(max(low, THIN_PX) + FRINGE_PX, 1)
    return round(low, 1), round(max(row.amount.high / most * BAND_PX, THIN_PX), 1)


def column_of(subject: Subject, row: Transfer) -> int:
    """Return in which column a shipment stands, from 0, by how far it is said to have come."""
    stage = str(subject.properties(row.event).get("stage") or "")
    ahead = subject.status(row.event) == "expected"
    return next((place for place, known in enumerate(STAGES) if stage in known), 0 if ahead else len(STAGES))


def amount_of(subject: Subject, row: Transfer) -> str:
    """Say how many with what is counted, and how far along or over which time; empty without a number."""
    a, w = row.amount, subject.words
    if not a:
        return ""
    words = a.words or w.figure(a.low, a.high, a.low_open, a.high_open, unit=a.unit, whole=a.whole)
    mode, _, stage = a.basis.partition(", ")
    counted = w.either("stage", stage) if stage else "" if mode == "flow" else w.either("mode", mode)
    named = a.of.casefold() != w.unit(a.unit).casefold() and a.of
    return joined([f"{words}: {named}" if named else words, *([counted] if counted else [])])


def label_of(subject: Subject, row: Transfer, room: float) -> tuple[str, ...]:
    """Return the lines on a shipment: its name, how it stands if that needs saying, and who says so."""
    w = subject.words
    status, stage = subject.status(row.event), str(subject.properties(row.event).get("stage") or "")
    told = [
        "" if stage in ("", "delivered") else w.either("stage", stage),
        "" if status in ("", "supported") else w.either("status", status),
    ]
    number = len(row.amount.claims if row.amount else row.claims)
    told.append(w("n.claims" if number else "n.claims.0", n=number))
    words = joined(dict.fromkeys(told))
    return *wrap(subject.name(row.event), room, 2), cut(joined([_dots(subject, row), words], " "), room)


def _dots(subject: Subject, row: Transfer) -> str:
    """Return a dot for each independent source, and a ring for each that may not be independent."""
    marks = subject.marks.get(row.event, {})
    least, most = (n if isinstance(n := marks.get(key), int) else 0 for key in ("roots_min", "roots_max"))
    return "●" * least + "○" * (most - least) if 0 < most <= DOTS else ""


def full_text(subject: Subject, row: Transfer) -> str:
    """Return the whole text of a shipment, for those who point at it."""
    return joined([subject.name(row.event), amount_of(subject, row)], ". ")
