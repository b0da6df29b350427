"""One panel of a map: land, circles of uncertainty, events as numbers, ways; no text over another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import batched
from math import cos, hypot, pi, sin

from kg.language.directions import joined
from kg.model.looks import Shape
from kg.picture.drawing import Area, Edge, Node, Point, Rule, TextBlock
from kg.picture.frame import text_box
from kg.picture.kinds.map_rows import LAST, Site, Way, spot_of
from kg.picture.kinds.map_sheet import LEAST_KM, Sheet, core_of, is_country, projection_of
from kg.picture.layout.globe import Spot, land
from kg.picture.layout.labels import Taken
from kg.picture.layout.shapes import Frame, clipped, halves, middle
from kg.picture.layout.spans import bowed
from kg.picture.metrics import ROLE_PX, text_width, wrap
from kg.picture.transfers import TO

LINE_PX, MARK_PX, STEP_PX, NAME_PX = 17.0, 19.0, 25.0, 140.0
"""From line to line, height of a number in its box, from row to row of them, width of the name of a place."""
GAP_PX = 6.0
"""From one number to the next in a row."""
DOT_PX = 6.0
"""Radius up to which a circle of uncertainty is a mere mark."""
FARTHEST_PX = 220
"""How far a name may be from its place."""
TURNS = [pi / 8 * step for step in (0, 8, 4, 12, *(s for s in range(16) if s % 4))]
"""Ways from a place to its name: right, left, below, above, then those between."""
CITY = "city"


class Panel:
    """A part of the globe on a part of the sheet."""

    def __init__(self, sheet: Sheet, frame: Frame, shown: Sequence[Site], least_km: float = LEAST_KM) -> None:
        """Draw the land around some places, at least one."""
        self.sheet, self.subject, self.frame = sheet, sheet.subject, frame
        self.projection = projection_of(sheet.subject, frame, shown, least_km)
        self.taken = Taken()
        rings = land(self.projection, frame)
        sheet.areas.append(Area("land", tuple(tuple(halves(p) for p in ring) for ring in rings)))
        sheet.outline(frame, "lane")
        self._scale()
        self.labelled: set[Spot] = set()

    def _scale(self) -> None:
        """Draw how long some kilometres are."""
        lengths = (base * 10**power for power in range(5) for base in (1, 2, 5))
        km = max((n for n in lengths if n * self.projection.px <= 110), default=1)
        left, bottom = self.frame[0] + 10, self.frame[3] - 10
        words = self.subject.words("map.km", n=self.subject.words.number(km))
        self.sheet.rules.append(Rule(left, bottom, left + km * self.projection.px, bottom, "axis"))
        self._say(TextBlock(left, bottom - 10, words, "start", "axis"))
        self._take((left, bottom - 18, left + 115, bottom + 4))

    def _take(self, box: Frame) -> None:
        self.taken.take(box, "panel")

    def _say(self, text: TextBlock) -> None:
        self.sheet.texts.append(text)
        self._take(text_box(text))

    def at(self, site: Site) -> Point:
        """Return where the middle of a place is."""
        assert site.spot
        return self.projection.at(site.spot.latitude, site.spot.longitude)

    def vague(self, site: Site) -> bool:
        """Return whether a circle larger than a mark is around a place."""
        return bool(site.spot and site.spot.within_km * self.projection.px > DOT_PX)

    def circles(self, sites: Sequence[Site]) -> None:
        """Draw the circles within which places are, but for mere marks; of a country words say it."""
        for site in sites:
            if site.spot and self.vague(site) and not is_country(self.subject, site):
                ring = clipped(self.projection.around(site.spot), self.frame)
                claims = self.sheet.claims(site.events)
                self.sheet.areas.append(Area("around", (tuple(map(halves, ring)),), claims))

    def points(self, sites: Sequence[Site], states: Sequence[Site]) -> None:
        """Draw a triangle at each place that is known well, and a hexagon in each state."""
        for site in sites:
            if not self.vague(site):
                self._shape(site, "triangle", 12, 11, self.sheet.claims(site.events))
        for state in states:
            self._shape(state, "hexagon", 18, 16, ())

    def _shape(self, site: Site, shape: Shape, width: float, height: float, claims: tuple[str, ...]) -> None:
        x, y = self.at(site)
        kind, name = self.subject.kinds[site.id], self.subject.name(site.id)
        node = Node(
            site.id, site.id, kind, shape, round(x, 1), round(y, 1), width, height, claims=claims, full=name
        )
        self.sheet.nodes[site.id] = node
        self._take((x - width / 2, y - height / 2, x + width / 2, y + height / 2))

    def names(self, sites: Sequence[Site], states: Sequence[Site] = ()) -> None:
        """Write the names of places with the numbers of their events, and of states, where there is room."""
        close = sorted(sites, key=lambda site: site.spot.within_km if site.spot else 0.0)
        for site in (*close, *states):  # the vaguer, the less it matters where in its circle a name stands
            if site not in states or site.spot not in self.labelled:
                self._tag(self.at(site), site, 0.0 if self.vague(site) and site not in states else 10.0)
            if site.spot:
                self.labelled.add(site.spot)

    def _tag(self, at: Point, site: Site, start: float, named: bool = True) -> None:
        lines = list(wrap(self.subject.name(site.id), NAME_PX, 2)) if named else []
        left, _, right, _ = self.frame
        wide = named and site.events and is_country(self.subject, site)
        notes = [*wrap(self.subject.words("map.wide"), NAME_PX, 2, ROLE_PX["note"])] if wide else []
        in_row = 3 if right - left < 400 else 5
        rows = list(batched(site.events, in_row))
        each = 12 + max(text_width(str(self.sheet.numbers[e])) for e in site.events) if rows else 0.0
        width = max(
            *(text_width(line) for line in ("", *lines)),
            *(text_width(line, ROLE_PX["note"]) for line in ("", *notes)),
            len(rows[0]) * (each + GAP_PX) if rows else 0.0,
        )
        tall = LINE_PX * (len(lines) + len(notes)) + STEP_PX * len(rows)
        box = self._room(at, width / 2 + 2, tall / 2 + 2, start)
        if box is None:
            self.sheet.crowded.add(site.id)
            return
        self._take(box)
        x, y = (box[0] + box[2]) / 2, box[1] + 2
        claims = self.sheet.claims(site.events)
        for line in lines:
            self.sheet.texts.append(TextBlock(x, y + LINE_PX / 2, line, "middle", "row", site.id, claims))
            y += LINE_PX
        for line in notes:
            self.sheet.texts.append(TextBlock(x, y + LINE_PX / 2, line, "middle", "note", site.id, claims))
            y += LINE_PX
        for row in rows:
            first = x - (len(row) - 1) * (each + GAP_PX) / 2
            for place, event in enumerate(row):
                self._mark(event, site, first + place * (each + GAP_PX), y + STEP_PX / 2, each)
            y += STEP_PX
        near = min(max(at[0], box[0]), box[2]), min(max(at[1], box[1]), box[3])
        free = site.spot.within_km * self.projection.px if site.spot else 0.0
        if hypot(near[0] - at[0], near[1] - at[1]) > max(8.0, free):
            self.sheet.rules.append(Rule(*halves(at), *halves(near), "axis"))

    def _mark(self, event: str, site: Site, x: float, y: float, width: float) -> None:
        id_ = event if event not in self.sheet.nodes else f"{event}|{site.id}"
        self.sheet.marks[event, site.id] = id_
        status = self.subject.status(event)
        self.sheet.nodes[id_] = Node(
            id_,
            event,
            self.subject.kinds[event],
            "box",
            round(x, 1),
            round(y, 1),
            round(width, 1),
            MARK_PX,
            (str(self.sheet.numbers[event]),),
            style="" if status == "supported" else status,
            claims=tuple(self.subject.claims_on(event)),
            rank=5.0,
            full=self.subject.name(event),
        )

    def _room(self, at: Point, half_width: float, half_height: float, start: float) -> Frame | None:
        """Return the free box nearest to a point, None when there is none inside of the panel."""
        left, top, right, bottom = self.frame
        for far in (start, *range(12, FARTHEST_PX, 8)):
            for turn in TURNS if far else TURNS[:1]:
                x = at[0] + cos(turn) * (far + (half_width if far else 0.0))
                y = at[1] + sin(turn) * (far + (half_height if far else 0.0))
                box = (x - half_width, y - half_height, x + half_width, y + half_height)
                inside = left + 3 <= box[0] and top + 3 <= box[1] and box[2] <= right - 3
                inside = inside and box[3] <= bottom - 3
                if inside and self.taken.free(box):
                    return box
        return None

    def ways(self, ways: Sequence[Way], ends: dict[str, Frame]) -> None:
        """Draw lines from who sends to where it goes.

        Args:
            ways: those whose start is on this panel.
            ends: the box at which lines to a place end, where it is not on this panel.
        """
        seen: dict[tuple[Point, Point], int] = {}
        for way in ways:
            if way.end.id in self.sheet.crowded:
                continue
            start = self.sheet.nodes[way.start.id]
            x, y = self.at(way.end)
            size = (14.0, 14.0)
            if frame := ends.get(way.end.id):
                x, y = (frame[0] + frame[2]) / 2, (frame[1] + frame[3]) / 2
                size = (frame[2] - frame[0], frame[3] - frame[1])
            end = Node("", "", "", "box", x, y, *size)
            turn = seen[(start.x, start.y), (x, y)] = seen.get(((start.x, start.y), (x, y)), -1) + 1
            self._way(way, start, end, turn)

    def _way(self, way: Way, start: Node, end: Node, turn: int) -> None:
        left, top, right, bottom = self.frame
        long = hypot(end.x - start.x, end.y - start.y)
        for bow in (
            0.14 * long + 26 * turn,
            0.1 * long + 13 * turn,
            -0.1 * long - 13 * turn,
            8.0 + 4 * turn,
            1.0,
        ):
            path = bowed(start, end, bow)
            if left < path[1][0] < right and top < path[1][1] < bottom:
                break
        low, high, unbounded = self.sheet.widths.of(way)

        def line(part: str, a: str, b: str, points: tuple[Point, ...], arrow: bool) -> None:
            self.sheet.edges.append(
                Edge(
                    f"{part}:{way.start.id}>{way.end.id}",
                    a,
                    b,
                    part,
                    part,
                    points,
                    low,
                    high,
                    "end" if arrow else "none",
                    claims=self.sheet.claims(way.events),
                    unbounded=unbounded,
                )
            )

        if not way.own:
            first = self.sheet.marks[way.events[0], way.end.id]
            line(way.type, start.id, first, path, True)
            return
        a, b, c = path
        ab, bc = middle(a, b), middle(b, c)
        at = middle(ab, bc)
        site = way.end._replace(id=f"{way.start.id}>{way.end.id}", spot=None, events=way.own)
        self._tag(at, site, 0.0, named=False)
        if site.id in self.sheet.crowded:
            return
        first = self.sheet.marks[way.own[0], site.id]
        back = next(t for t in (*TO, *LAST) if way.end.id in self.subject.ends(way.own[0], t))
        line(way.type, start.id, first, (a, ab, at), False)
        line(back, first, way.end.id, (at, bc, c), True)

    def orientation(self) -> None:
        """Write the names of other states and towns of the graph that lie here, where there is room."""
        left, top, right, bottom = self.frame
        for id_ in sorted(self.subject.every):
            state = self.subject.voice(id_) == "state"
            if not state and self.subject.properties(id_).get("kind") != CITY:
                continue
            spot = spot_of(self.subject, id_)
            if not spot or spot in self.labelled or id_ in self.sheet.nodes:
                continue
            x, y = self.projection.at(spot.latitude, spot.longitude)
            name = wrap(self.subject.name(id_), NAME_PX, 1)[0]
            text = (
                TextBlock(*halves((x, y)), name, "middle", "axis", id_)
                if state
                else TextBlock(*halves((x - 3, y)), joined(["•", name], " "), "start", "axis", id_)
            )
            box = text_box(text)
            if left < box[0] and box[2] < right and top < box[1] and box[3] < bottom and self.taken.free(box):
                self._say(text)

    def around(self, sites: Sequence[Site]) -> Frame:
        """Draw a frame around places that another panel shows, and return it."""
        spots = [core_of(self.subject, site) for site in sites]
        corners = [p for spot in spots for p in self.projection.around(spot, 12)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        left, top, right, bottom = self.frame
        frame = (
            max(left + 2, round(min(xs) - 5)),
            max(top + 2, round(min(ys) - 5)),
            min(right - 2, round(max(xs) + 5)),
            min(bottom - 2, round(max(ys) + 5)),
        )
        self.sheet.outline(frame, "axis")
        self._take(frame)
        words = self.subject.words("map.close")
        half = text_width(words, ROLE_PX["axis"]) / 2 + 2
        x, y = middle((frame[0], frame[1]), (frame[2], frame[3]))
        box = self._room((x, frame[3] + 10), half, 9.0, 0.0) or self._room((x, y), half, 9.0, 0.0)
        if box:
            self._say(TextBlock((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, words, "middle", "axis"))
        return frame
