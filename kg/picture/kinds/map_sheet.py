"""The sheet on which the panels of a map are drawn, and what a panel has to show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.model import table
from kg.picture.drawing import Area, Edge, Node, Rule, TextBlock
from kg.picture.kinds.map_rows import Site, Way, reach
from kg.picture.layout.globe import Projection, Spot, fitted
from kg.picture.layout.shapes import Frame
from kg.picture.subject import Subject
from kg.picture.transfers import Amount

BAND_PX, FRINGE_PX, THIN_PX = 14.0, 6.0, 1.6
"""Width of the widest way, of its edge where nobody names an upper bound, and of one without a number."""
LEAST_KM, CLOSE_KM = 2_000.0, 900.0
"""Width of the land that a panel shows at least: alone, so that a coast is in sight, and beside another."""


class Widths(NamedTuple):
    """How wide ways are: what each event's number is, and the number that the widest one stands for."""

    amounts: dict[str, Amount]
    most: float

    def of(self, way: Way) -> tuple[float, float, bool]:
        """Return what is certain, what is claimed at most, and whether that has no upper bound, in pixels."""
        known = [self.amounts[event] for event in way.events if event in self.amounts]
        if not known:
            return THIN_PX, THIN_PX, False
        amount = max(known, key=reach)
        low = round((amount.low or 0.0) / self.most * BAND_PX, 1)
        if amount.high is None:
            return max(low, THIN_PX), max(low, THIN_PX) + FRINGE_PX, True
        return low, round(max(amount.high / self.most * BAND_PX, THIN_PX), 1), False


class Sheet:
    """Collects what is drawn on all panels.

    Attributes:
        numbers: of each event.
        crowded: ids of places for whose name no panel had room.
    """

    def __init__(self, subject: Subject, numbers: dict[str, int], widths: Widths) -> None:
        """Start with an empty sheet."""
        self.subject, self.numbers, self.widths = subject, numbers, widths
        self.nodes: dict[str, Node] = {}
        self.edges: list[Edge] = []
        self.texts: list[TextBlock] = []
        self.rules: list[Rule] = []
        self.areas: list[Area] = []
        self.marks: dict[tuple[str, str], str] = {}
        self.crowded: set[str] = set()

    def claims(self, events: Sequence[str]) -> tuple[str, ...]:
        """Return the claims about some events."""
        return tuple(dict.fromkeys(c for event in events for c in self.subject.claims_on(event)))

    def outline(self, frame: Frame, role: str) -> None:
        """Draw a rectangle."""
        left, top, right, bottom = frame
        for ends in (
            (left, top, right, top),
            (right, top, right, bottom),
            (left, bottom, right, bottom),
            (left, top, left, bottom),
        ):
            self.rules.append(Rule(*ends, "axis" if role == "axis" else "lane"))


def projection_of(
    subject: Subject, frame: Frame, shown: Sequence[Site], least_km: float = LEAST_KM
) -> Projection:
    """Return the projection of a panel that shows some places, at least one, with room for names around."""
    left, top, right, bottom = frame
    aside, above = (70.0, 40.0) if right - left > 400 else (44.0, 34.0)
    room = (left + aside, top + above, right - aside, bottom - above)
    return fitted([core_of(subject, site) for site in shown], room, least_km)


def core_of(subject: Subject, site: Site) -> Spot:
    """Return what of a place has to be in the picture: most of it, of a country or state its middle."""
    assert site.spot
    vague = subject.kinds[site.id] in table.labels("place") and not is_country(subject, site)
    return site.spot._replace(within_km=site.spot.within_km * 0.7 if vague else 1.0)


def is_country(subject: Subject, site: Site) -> bool:
    """Return whether a place is a whole country."""
    return bool(subject.properties(site.id).get("kind") == "country")
