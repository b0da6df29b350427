"""What a map shows: events at the places that claims give them, and who moved something to whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.model import table
from kg.picture.layout.globe import Spot
from kg.picture.looks import EVENTS
from kg.picture.subject import Subject
from kg.picture.transfers import FROM, TO, Amount, amounts

PLACES = tuple(
    name
    for name, e in table.edges().items()
    if {*e.to} & table.labels("place") and e.role not in ("wider", "")
)
"""Edges from an event to a place."""
FIRST, LAST = table.types("origin"), table.types("destination")
"""Edges from a voyage to where it starts and ends."""
SAID_AT = "LOCATES_AT"
"""The edge from a claim to the place that it gives to its event."""


class Site(NamedTuple):
    """A place or state with the events that stand there; `spot` is None where nobody gave it coordinates."""

    id: str
    spot: Spot | None
    events: tuple[str, ...] = ()


class Way(NamedTuple):
    """Who is said to have sent or supplied something, and to where.

    Attributes:
        start: the state that it leaves.
        end: the place, or the state, to which it goes.
        type: of the edge from who sends to the event.
        events: what moved.
        own: of these, the events that no place is given for: they stand on the line itself.
    """

    start: Site
    end: Site
    type: str
    events: tuple[str, ...]
    own: tuple[str, ...] = ()


class Contents(NamedTuple):
    """What a map shows.

    Attributes:
        sites: places with coordinates, those with most events first.
        ways: movements between places or states with coordinates.
        unplaced: places without coordinates.
        nowhere: events without a place and without a way.
    """

    sites: list[Site]
    ways: list[Way]
    unplaced: list[Site]
    nowhere: list[str]


def contents(subject: Subject, most: int) -> tuple[Contents, int]:
    """Return what a map of an answer shows, and how many events had no room.

    Those are kept that most claims are about, up to `most`. An answer without events has those that its
    claims are about; one that names places has only these.
    """
    events = subject.of_kind(*EVENTS)
    claimed = {e for c in subject.claims() for e in subject.ends(c, "ABOUT") if subject.kinds[e] in EVENTS}
    events = events or sorted(claimed)
    kept = sorted(sorted(events, key=lambda e: (-len(subject.claims_on(e)), e))[:most])
    asked = {e.end for e in subject.edges if e.type in (*PLACES, SAID_AT)}
    places = {e: [p for p in places_of(subject, e) if not asked or p in asked] for e in kept}
    at: dict[str, list[str]] = {}
    for event, found in places.items():
        for place in found:
            at.setdefault(place, []).append(event)
    sites = [Site(place, spot_of(subject, place), tuple(here)) for place, here in at.items()]
    sites.sort(key=lambda s: (-len(s.events), subject.name(s.id), s.id))
    known = [site for site in sites if site.spot]
    ways = _ways(subject, kept, {e: [s for s in known if s.id in places[e]] for e in kept})
    moved = {e for way in ways for e in way.own}
    nowhere = [e for e in kept if not places[e] and e not in moved]
    unplaced = [
        site._replace(events=tuple(e for e in site.events if e not in moved))
        for site in sites
        if not site.spot
    ]
    return Contents(known, ways, [s for s in unplaced if s.events], nowhere), len(events) - len(kept)


def places_of(subject: Subject, event: str) -> list[str]:
    """Return where an event is said to have been: its own places, and those that claims for it give."""
    claims = (c for c in subject.claims_on(event) if subject.side(c) in ("for", "ahead"))
    said = (place for claim in claims for place in subject.ends(claim, SAID_AT))
    return sorted({*subject.ends(event, *PLACES), *said} & subject.every.keys())


def spot_of(subject: Subject, node: str) -> Spot | None:
    """Return where a place or state is, None where the facts give no coordinates that can be."""
    p = subject.properties(node)
    numbers = [p.get(key) for key in ("latitude", "longitude", "within_km")]
    north, east, km = (float(n) if type(n) in (int, float) else 1e9 for n in numbers)  # type: ignore[arg-type]
    return Spot(north, east, km) if abs(north) <= 90 and abs(east) <= 180 and 0 < km <= 10_000 else None


def _ways(subject: Subject, events: Iterable[str], places: dict[str, list[Site]]) -> list[Way]:
    found: dict[tuple[str, str], list[tuple[str, bool, str]]] = {}
    sites: dict[str, Site] = {}
    for event in events:
        moves = [(edge, start, TO) for edge in FROM for start in subject.starts(event, edge)]
        moves += [(edge, start, LAST) for edge in FIRST for start in subject.ends(event, edge)]
        for edge, start, to in moves:
            ends = [Site(i, spot_of(subject, i)) for i in subject.ends(event, *to)]
            ends = ends if to == LAST else places[event] or ends
            for end in (Site(start, spot_of(subject, start)), *ends):
                sites.setdefault(end.id, end)
            for end in ends:
                if sites[start].spot and end.spot and sites[start].spot != end.spot:
                    alone = all(end.id != site.id for site in places[event])  # it has no number there
                    found.setdefault((start, end.id), []).append((event, alone, edge))
    ways = []
    for (first, last), moved in sorted(found.items()):
        all_ = tuple(dict.fromkeys(event for event, _, _ in moved))
        own = tuple(dict.fromkeys(event for event, alone, _ in moved if alone))
        ways.append(Way(sites[first], sites[last], moved[0][2], all_, own))
    return ways


def widths(subject: Subject, ways: Sequence[Way]) -> tuple[str, dict[str, Amount]]:
    """Return the unit of most events on the ways, and the largest amount of each event in it."""
    every = {event: amounts(subject, event) for way in ways for event in way.events}
    often = Counter(unit for found in every.values() for unit in {a.unit for a in found})
    unit = min(often, key=lambda u: (-often[u], u), default="")
    mine = {event: [a for a in found if a.unit == unit] for event, found in every.items()}
    return unit, {event: max(found, key=reach) for event, found in mine.items() if found}


def reach(amount: Amount) -> float:
    """Return the largest number that an amount names."""
    return amount.high if amount.high is not None else amount.low or 0.0
