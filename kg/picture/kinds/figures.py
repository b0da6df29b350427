"""Who says how many: one row a claim, as intervals with their ends, grouped by root; never a midpoint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.analysis.relays import terminals
from kg.language.directions import joined
from kg.language.interface.words import Words
from kg.model.looks import Shape
from kg.model.stances import STANCES
from kg.picture.caption import caption, empty
from kg.picture.drawing import Drawing
from kg.picture.kinds.figures_paper import Group, Paper, Row
from kg.picture.looks import EVENTS
from kg.picture.subject import Subject

MOST = 120
"""Rows that one picture holds."""
GLYPHS: dict[str, Shape] = {word: stance.glyph for word, stance in STANCES.items() if stance.glyph}
"""Sign of a claim that denies, doubts or cannot confirm, by stance."""


class _Panel(NamedTuple):
    """Rows that share an axis; those without a number have none."""

    unit: str | None
    groups: list[Group]


def figures(subject: Subject) -> Drawing:
    """Draw the figures of an answer's claims, with what denies, doubts or cannot confirm the same events.

    Returns:
        The drawing: for each unit a value axis of its own below the other ones, logarithmic when its bounds
        span more than a factor of 30 (the axis says so). What denies, doubts or cannot confirm stands below
        the figure that it answers, or at the end of the panel with the figures of the event that it is about;
        in a panel without an axis only where there are none.
    """
    claims = [c for c in _with_answers(subject) if subject.counts(c) or subject.stance(c) in GLYPHS]
    if not claims:
        return empty(subject, "figures")
    claims.sort(key=lambda claim: _importance(subject, claim))
    left_out = max(0, len(claims) - MOST)
    drawn = sorted(claims[:MOST], key=subject.order)
    rows = [Row(c, subject.figure(c), GLYPHS.get(subject.stance(c))) for c in drawn]
    paper = Paper(subject, rows)
    asked = subject.claims()
    if (n := sum(map(subject.counts, asked))) < len(asked):
        paper.note(subject.words("figures.some", n=n, whole=len(asked)))
    for panel in _panels(subject, rows):
        paper.panel(panel.unit, panel.groups)
    words = caption(subject, [row.claim for row in rows], "figures", left_out=left_out)
    return paper.drawing("figures", subject.title, words, left_out=left_out)


def _importance(subject: Subject, claim: str) -> tuple[bool, tuple[str, str, str]]:
    """Return by what rows are kept where there are too many: first what a root says who is a source.

    What denies is as important as a number, so that it does not vanish where there are many of them.
    """
    weak = subject.unsourced(claim) or bool(subject.ends(claim, "RELAYS"))
    return weak, subject.order(claim)


def _with_answers(subject: Subject) -> list[str]:
    """Return the claims of an answer, and those that speak against them or the events of their numbers."""
    claims = subject.claims()
    numbers = [c for c in claims if subject.counts(c)]
    events = {e for c in numbers for e in _events(subject, c)}
    about = [c for e in sorted(events) for c in subject.claims_on(e)]
    answers = [c for claim in claims for c in subject.starts(claim, "ANSWERS")]
    return list(dict.fromkeys([*claims, *(c for c in (*about, *answers) if subject.stance(c) in GLYPHS)]))


def _events(subject: Subject, claim: str) -> list[str]:
    return [e for e in subject.ends(claim, "ABOUT") if subject.kinds[e] in EVENTS]


def _panels(subject: Subject, rows: Sequence[Row]) -> list[_Panel]:
    """Return the panels, that with the most figures first."""
    numbers = {row.claim: row for row in rows if row.figure}
    often = Counter(row.figure.unit for row in rows if row.figure)
    units = sorted(often, key=lambda unit: (-often[unit], unit))
    home: dict[str, str] = {}  # the panel of an event
    for unit in reversed(units):
        home |= {
            e: unit for r in rows if r.figure and r.figure.unit == unit for e in _events(subject, r.claim)
        }
    answers: dict[str, list[Row]] = {}
    against: dict[str | None, dict[str, list[Row]]] = {}
    for row in rows:
        if row.figure:
            continue
        answered = [c for c in subject.ends(row.claim, "ANSWERS") if c in numbers]
        if answered:
            answers.setdefault(answered[0], []).append(row._replace(under=True))
            continue
        about = {e for c in (row.claim, *subject.ends(row.claim, "ANSWERS")) for e in _events(subject, c)}
        event = next(iter(sorted(about, key=lambda e: (e not in home, e))), "")
        against.setdefault(home.get(event), {}).setdefault(event, []).append(row)
    ends = _ends(subject, list(numbers))
    panels = []
    for counted in [*units, *([None] if None in against else [])]:
        own = [row for row in numbers.values() if row.figure and row.figure.unit == counted]
        groups = [
            Group(name, [r for row in found for r in (row, *answers.get(row.claim, ()))])
            for name, found in _groups(subject, own, ends)
        ]
        for event, found in against.get(counted, {}).items():
            name = subject.name(event) if event else ""
            groups.append(Group(subject.words("figures.against", event=name) if name else "", found))
        panels.append(_Panel(counted, groups))
    return panels


def _ends(subject: Subject, claims: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return for each claim the claims at the ends of its chains."""
    relays: dict[str, tuple[str, ...]] = {}
    todo = list(claims)
    while todo:
        one = todo.pop()
        if one not in relays:
            relays[one] = tuple(subject.ends(one, "RELAYS"))
            todo += relays[one]
    return terminals(claims, {c: others for c, others in relays.items() if others})


def _groups(subject: Subject, rows: Iterable[Row], ends: dict[str, tuple[str, ...]]) -> list[Group]:
    """Put rows under the speakers at the ends of their chains, in the order of their first days."""
    groups: dict[tuple[str, ...], Group] = {}
    for row in rows:
        speakers = [subject.speaker(end) for end in ends[row.claim]]
        key = tuple(sorted({s.id or s.how for s in speakers})) or ("loop",)
        name = _heading(subject.words, sorted({(s.name, s.how) for s in speakers}))
        groups.setdefault(key, Group(name, [])).rows.append(row)
    return list(groups.values())


def _heading(w: Words, speakers: list[tuple[str, str]]) -> str:
    if not speakers:
        return w("root.loop")
    told = [w("root.described", name=name) if how == "described" else name for name, how in speakers]
    if [how for _, how in speakers] == ["unknown"]:
        return w("root.nobody")
    return w("root.one", name=told[0]) if len(told) == 1 else w("root.several", names=joined(told, "; "))
