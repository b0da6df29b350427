"""The map: events where claims say that they were, movements between, and a list of what each number is.

No border is drawn: where one is disputed, drawing it would take a side. States and towns stand by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from kg.language.directions import joined
from kg.model.bounds import rounded
from kg.picture.caption import caption, empty
from kg.picture.drawing import Drawing, TextBlock
from kg.picture.frame import framed
from kg.picture.kinds.map_panel import Panel
from kg.picture.kinds.map_rows import Contents, Site, Way, contents, reach, widths
from kg.picture.kinds.map_sheet import CLOSE_KM, Sheet, Widths, is_country, projection_of
from kg.picture.metrics import ROLE_PX, cut, text_width, wrap
from kg.picture.subject import Subject
from kg.picture.transfers import amounts

MOST = 90
"""Events that one picture holds."""
NEAR_PX, FEW = 64.0, 3
"""How near to each other so many places get a panel of their own."""
KNOWN_KM = 50.0
"""Radius up to which a place needs no word on how closely it is known."""
COLUMN_PX = 160.0
"""Height that a column of the list has at least before another begins."""
NUMBER_PX, LINE_PX, HEAD_PX = 26.0, 18.0, 28.0
"""Room of the numbers in the list, and from line to line."""


class _Plan(NamedTuple):
    """Sizes in pixels: width, height of one panel alone, frames of two panels; and columns of the list."""

    width: float
    high: float
    left: tuple[float, float, float, float]
    right: tuple[float, float, float, float]
    columns: int


WIDE = _Plan(1016, 370, (0, 0, 430, 370), (442, 0, 1016, 370), 3)
NARROW = _Plan(328, 260, (0, 0, 328, 250), (0, 262, 328, 602), 1)


class _Item(NamedTuple):
    """Lines of the list that stay together."""

    lines: list[TextBlock]
    height: float
    heads: bool


def on_map(subject: Subject) -> Drawing:
    """Draw the events of an answer where they are said to have been, and who sent what to where.

    Returns:
        The drawing: land, circles as large as what the names of the places may mean, a number for each
        event, and below the numbers in words. Places near each other have a second panel. What has no place
        and nobody who sends it, a place without coordinates, or no room, is in the list and counted in the
        caption.
    """
    found, left_out = contents(subject, MOST)
    if not found.sites and not found.ways:
        return empty(subject, "map")
    plan = NARROW if subject.narrow else WIDE
    unit, by_event = widths(subject, found.ways)
    most = max(map(reach, by_event.values()), default=0.0)
    sheet = Sheet(subject, _numbers(found), Widths(by_event if most else {}, most))
    bottom = _panels(sheet, found, plan)
    _list(sheet, found, plan, bottom + 20)
    w = subject.words
    away = sheet.numbers.keys() - {event for event, _ in sheet.marks}
    more = [w("map.width", unit=w.unit(unit), n=w.number(rounded(most))) if most else ""]
    more += [w("map.off", n=w.number(len(away))) if away else ""]
    claims = sheet.claims(list(sheet.numbers))
    words = caption(subject, claims, "map", left_out=left_out, more=joined(filter(None, more), " "))
    return framed(
        Drawing(
            "map",
            subject.title,
            words,
            tuple(sheet.nodes.values()),
            tuple(sheet.edges),
            tuple(sheet.texts),
            tuple(sheet.rules),
            left_out=left_out,
            areas=tuple(sheet.areas),
        )
    )


def _numbers(found: Contents) -> dict[str, int]:
    """Return the number of each event, in the order of the list."""
    groups = [*found.sites, *found.unplaced]
    events = [e for site in groups for e in site.events] + [e for way in found.ways for e in way.own]
    return {event: n for n, event in enumerate(dict.fromkeys([*events, *found.nowhere]), 1)}


def _panels(sheet: Sheet, found: Contents, plan: _Plan) -> float:
    """Draw one panel, or two where places are near each other, and return where they end."""
    ends = {site.id: site for way in found.ways for site in (way.start, *([way.end] if way.own else []))}
    states = [ends[i] for i in sorted(ends)]
    shown = [*found.sites, *states]
    alone = (0.0, 0.0, plan.width, plan.high)
    close = _crowd(sheet, found.sites, shown, alone)
    if not close:
        panel = Panel(sheet, alone, shown)
        _fill(panel, found.sites, states, found.ways, {})
        return plan.high
    near = Panel(sheet, plan.right, close, CLOSE_KM)
    _fill(near, close, [], [], {})
    far = Panel(sheet, plan.left, shown)
    frame = far.around(close)
    _fill(
        far,
        [site for site in found.sites if site not in close],
        states,
        _bundled(found.ways, close),
        {s.id: frame for s in close},
    )
    return plan.right[3]


def _fill(
    panel: Panel,
    sites: Sequence[Site],
    states: Sequence[Site],
    ways: Sequence[Way],
    ends: dict[str, tuple[float, float, float, float]],
) -> None:
    panel.circles(sites)
    panel.points(sites, states)
    panel.names(sites, states)
    panel.ways(ways, ends)
    panel.orientation()


def _crowd(
    sheet: Sheet, sites: Sequence[Site], shown: Sequence[Site], frame: tuple[float, float, float, float]
) -> list[Site]:
    """Return the largest group of places too near each other for one panel; empty when there is none."""
    trial = projection_of(sheet.subject, frame, shown)
    at = {s.id: trial.at(s.spot.latitude, s.spot.longitude) for s in sites if s.spot}
    groups: list[list[Site]] = []
    for site in sites:
        x, y = at[site.id]
        touching = [g for g in groups if any(hypot(at[o.id][0] - x, at[o.id][1] - y) < NEAR_PX for o in g)]
        groups = [g for g in groups if g not in touching] + [[*(o for g in touching for o in g), site]]
    crowd = max(groups, key=len, default=[])
    mine = {site.spot for site in crowd}
    return crowd if len(crowd) >= FEW and any(site.spot not in mine for site in shown) else []


def _bundled(ways: Sequence[Way], close: Sequence[Site]) -> list[Way]:
    """Return ways with those from one state into the second panel as one."""
    inner = {site.id for site in close}
    out: list[Way] = []
    into: dict[str, Way] = {}
    for way in ways:
        if way.end.id not in inner:
            out.append(way)
        elif known := into.get(way.start.id):
            into[way.start.id] = known._replace(events=tuple(dict.fromkeys([*known.events, *way.events])))
        else:
            into[way.start.id] = way
    return [*out, *into.values()]


def _list(sheet: Sheet, found: Contents, plan: _Plan, top: float) -> None:
    """Write what each number is, place by place, in columns of about one height."""
    gap = 24.0
    room = (plan.width - gap * (plan.columns - 1)) / plan.columns
    items = list(_items(sheet, found, room))
    target = max(COLUMN_PX, sum(item.height for item in items) / plan.columns)
    starts = [n for n, item in enumerate(items) if item.heads]
    groups = {a: sum(item.height for item in items[a:b]) for a, b in pairwise([*starts, len(items)])}
    column, y, whole = 0, 0.0, True
    for n, item in enumerate(items):
        if item.heads:
            whole = groups[n] <= target
        ahead = groups[n] if item.heads and whole else item.height + (LINE_PX if item.heads else 0.0)
        if column + 1 < plan.columns and y and (item.heads or not whole) and y + ahead / 2 > target:
            column, y = column + 1, 0.0
        x = column * (room + gap)
        sheet.texts += [text._replace(x=text.x + x, y=text.y + top + y) for text in item.lines]
        y += item.height


def _items(sheet: Sheet, found: Contents, room: float) -> Iterator[_Item]:
    subject, w = sheet.subject, sheet.subject.words
    for site in found.sites:
        km = site.spot.within_km if site.spot else 0.0
        told = w("map.within", km=w.number(km, ",.0f")) if km > KNOWN_KM else ""
        told = w("map.wide") if is_country(subject, site) else told
        told = w("map.crowded") if site.id in sheet.crowded else told
        yield from _group(sheet, subject.name(site.id), told, site.events, room, site.id)
    for way in found.ways:
        if way.own:
            ends = {"first": subject.name(way.start.id), "last": subject.name(way.end.id)}
            told = w("map.crowded") if f"{way.start.id}>{way.end.id}" in sheet.crowded else w("map.noplace")
            yield from _group(sheet, w("way", **ends), told, way.own, room)
    for site in found.unplaced:
        yield from _group(sheet, subject.name(site.id), w("map.unplaced"), site.events, room, site.id)
    if found.nowhere:
        yield from _group(sheet, w("map.nowhere"), w("map.noplace"), found.nowhere, room)


def _group(
    sheet: Sheet, name: str, told: str, events: Sequence[str], room: float, fact: str = ""
) -> Iterator[_Item]:
    """Yield a heading and a row for each of some events."""
    subject, claims = sheet.subject, sheet.claims(events)
    name = cut(name, room, ROLE_PX["lane"], True)
    head = TextBlock(0, 12, name, "start", "lane", fact, claims)
    end, size = text_width(name, ROLE_PX["lane"], True) + 8, ROLE_PX["note"]
    beside = end + text_width(told, size) <= room
    x, y = (end, 12.0) if beside else (0.0, 12 + LINE_PX)
    below = [TextBlock(x, y, cut(told, room, size), "start", "note", fact, claims)] if told else []
    yield _Item([head, *below], HEAD_PX + (0 if beside else LINE_PX), True)
    for n, event in enumerate(events):
        own = tuple(subject.claims_on(event))
        texts = [TextBlock(0, 8, str(sheet.numbers[event]), "start", "row", event, own)]
        y = 8.0
        for line in wrap(subject.name(event), room - NUMBER_PX, 2):
            texts.append(TextBlock(NUMBER_PX, y, line, "start", "row", event, own))
            y += LINE_PX
        for note in wrap(_note(subject, event), room - NUMBER_PX, 2, ROLE_PX["note"]):
            texts.append(TextBlock(NUMBER_PX, y, note, "start", "note", event, own))
            y += LINE_PX
        yield _Item(texts, y + (12 if n + 1 == len(events) else 0), False)


def _note(subject: Subject, event: str) -> str:
    """Return how an event stands and how many it is said to be about."""
    w, status = subject.words, subject.status(event)
    said = [
        a.words or w.figure(a.low, a.high, a.low_open, a.high_open, unit=a.unit, whole=a.whole)
        for a in amounts(subject, event)[:2]
    ]
    stands = "" if status in ("", "supported", "expected") else w.either("status", status)
    return joined([subject.ahead(event), stands, *said], " · ")
