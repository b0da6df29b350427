"""A row of a flow: how wide its band is and what is written on its shipment."""

from __future__ import annotations

from kg.language.directions import joined
from kg.picture.metrics import cut, wrap
from kg.picture.subject import Subject
from kg.picture.transfers import Transfer

BAND_PX = 34.0
"""Width of the widest band of a section."""
FRINGE_PX = 8.0
"""Hatched beyond a lower bound that has no upper one."""
THIN_PX = 1.6
SHIPMENT_PX = 330.0
"""Width of a shipment."""


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
    """Return the width that is certain and the width with what is not."""
    if row.amount is None or not most:
        return THIN_PX, THIN_PX
    low = (row.amount.low or 0.0) / most * BAND_PX
    if row.amount.high is None:
        return round(max(low, THIN_PX), 1), round(max(low, THIN_PX) + FRINGE_PX, 1)
    return round(low, 1), round(max(row.amount.high / most * BAND_PX, THIN_PX), 1)


def _words(subject: Subject, row: Transfer) -> str:
    a = row.amount
    if a and a.words:
        return a.words
    whole = [None if v is None else int(v) for v in (a.low, a.high)] if a else []
    return subject.words.figure(whole[0], whole[1], a.low_open, a.high_open, unit=a.unit) if a else ""


def label_of(subject: Subject, row: Transfer, counted: bool) -> tuple[str, ...]:
    """Return the lines on a shipment: its name, how many when `counted`, what is known of it."""
    room, w = SHIPMENT_PX - 16, subject.words
    status, stage = subject.status(row.event), str(subject.properties(row.event).get("stage") or "")
    told = [
        "" if stage in ("", "delivered") else w.either("stage", stage),
        "" if status in ("", "supported") else w.either("status", status),
    ]
    number = len(row.amount.claims if row.amount else row.claims)
    told.append(w("n.claims" if number else "n.claims.0", n=number))
    words = _words(subject, row)
    return (
        *wrap(subject.name(row.event), room, 2),
        *([cut(words, room)] if counted and words else []),
        cut(joined(dict.fromkeys(told)), room),
    )


def full_text(subject: Subject, row: Transfer) -> str:
    """Return the whole text of a shipment, for those who point at it."""
    return joined([subject.name(row.event), _words(subject, row)], ". ")
