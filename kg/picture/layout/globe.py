"""From the globe to paper by Lambert's azimuthal equal-area projection about the middle of what is shown.

Equal areas stay equal, north is up in the middle, and no meridian is cut: what lies on both sides of the
180th is one piece. The outlines are those of Natural Earth (public domain), land only: a border would take a
side.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import batched, pairwise
from math import asin, atan2, cos, degrees, hypot, pi, radians, sin, sqrt
from typing import NamedTuple

from kg.model.point import EARTH_KM
from kg.picture.layout.shapes import Frame, Point, clipped, fewer, half
from kg.picture.out.files import text_of

Vector = tuple[float, float, float]
PER_DEGREE = 40
"""Steps of a degree that the file of outlines counts in."""
RIM = -0.2
"""Cosine of how far from the middle land is drawn: about 101 degrees."""
OFF_PX, LEAST_PX = 0.8, 8.0
"""By how much an outline may be off, and the area below which an island is left out, in pixels."""


class Spot(NamedTuple):
    """A circle on the globe: latitude and longitude of its middle in degrees, its radius in kilometres."""

    latitude: float
    longitude: float
    within_km: float = 0.0


def vector(latitude: float, longitude: float) -> Vector:
    """Return the point of the unit sphere."""
    phi, lam = radians(latitude), radians(longitude)
    return cos(phi) * cos(lam), cos(phi) * sin(lam), sin(phi)


class Projection(NamedTuple):
    """A plane that touches the globe.

    Attributes:
        latitude: of the middle, in degrees.
        longitude: of the middle.
        px: pixels for one kilometre in the middle.
        x: where the middle is, in pixels.
        y: where the middle is.
    """

    latitude: float
    longitude: float
    px: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def of(self, v: Vector) -> Point:
        """Return where a point of the unit sphere is, in pixels."""
        away, east, north = (dot(v, axis) for axis in self._axes())
        reach = self.px * EARTH_KM * sqrt(2 / max(1e-9, 1 + away))
        return self.x + reach * east, self.y - reach * north

    def at(self, latitude: float, longitude: float) -> Point:
        """Return where a place is, in pixels.

        Example:
            >>> Projection(50, 30).at(50, 30)
            (0.0, 0.0)
        """
        return self.of(vector(latitude, longitude))

    def back(self, x: float, y: float) -> tuple[float, float]:
        """Return latitude and longitude of a point of the paper."""
        east, north = ((x - self.x) / self.px / EARTH_KM, (self.y - y) / self.px / EARTH_KM)
        rho = hypot(east, north)
        c = 2 * asin(min(1.0, rho / 2))
        phi, lam = radians(self.latitude), radians(self.longitude)
        if not rho:
            return self.latitude, self.longitude
        up = asin(max(-1.0, min(1.0, cos(c) * sin(phi) + north * sin(c) * cos(phi) / rho)))
        round_ = lam + atan2(east * sin(c), rho * cos(phi) * cos(c) - north * sin(phi) * sin(c))
        return degrees(up), (degrees(round_) + 180) % 360 - 180

    def around(self, spot: Spot, steps: int = 48) -> list[Point]:
        """Return the corners of a circle on the globe."""
        middle, reach = vector(spot.latitude, spot.longitude), spot.within_km / EARTH_KM
        _, east, north = _axes(spot.latitude, spot.longitude)
        points = []
        for step in range(steps):
            turn = 2 * pi * step / steps
            parts = (cos(reach), sin(reach) * cos(turn), sin(reach) * sin(turn))
            points.append(self.of(mixed(parts, (middle, east, north))))
        return points

    def _axes(self) -> tuple[Vector, Vector, Vector]:
        return _axes(self.latitude, self.longitude)


@cache
def _axes(latitude: float, longitude: float) -> tuple[Vector, Vector, Vector]:
    """Return up, east and north at a point."""
    phi, lam = radians(latitude), radians(longitude)
    return (
        vector(latitude, longitude),
        (-sin(lam), cos(lam), 0.0),
        (-sin(phi) * cos(lam), -sin(phi) * sin(lam), cos(phi)),
    )


def dot(a: Vector, b: Vector) -> float:
    """Return the cosine between two unit vectors."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def mixed(parts: Vector, vectors: tuple[Vector, Vector, Vector]) -> Vector:
    """Return the sum of vectors, each times its part."""
    x, y, z = (sum(p * v[i] for p, v in zip(parts, vectors, strict=True)) for i in range(3))
    return x, y, z


def fitted(spots: Iterable[Spot], frame: Frame, least_km: float) -> Projection:
    """Return the projection that shows some circles as large as a frame has room.

    Args:
        spots: at least one.
        frame: left, top, right and bottom in pixels.
        least_km: width of land that is shown at least.
    """
    spots = list(spots)
    sums = [sum(axis) for axis in zip(*(vector(s.latitude, s.longitude) for s in spots), strict=True)]
    flat = hypot(sums[0], sums[1])
    middle = Projection(degrees(atan2(sums[2], flat)), degrees(atan2(sums[1], sums[0])) if flat else 0.0)
    corners = [point for spot in spots for point in middle.around(spot, 8)]
    xs, ys = zip(*corners, strict=True)
    wide, high = max(*xs) - min(*xs), max(*ys) - min(*ys)
    left, top, right, bottom = frame
    px = min((right - left) / max(wide, least_km), (bottom - top) / max(high, least_km / 2))
    x = (left + right) / 2 - px * (max(*xs) + min(*xs)) / 2
    return middle._replace(px=px, x=x, y=(top + bottom) / 2 - px * (max(*ys) + min(*ys)) / 2)


def land(projection: Projection, frame: Frame) -> list[list[Point]]:
    """Return the outlines of land inside of a frame; those of lakes run the other way round."""
    found = []
    middle = _axes(projection.latitude, projection.longitude)[0]
    for ring in _rings():
        near = half(ring, lambda v: dot(v, middle) - RIM, _between)
        if not near:
            continue
        cut = clipped([projection.of(v) for v in _rimmed(near, projection)], frame)
        if (
            len(cut) > 2
            and abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*cut, cut[0]]))) > 2 * LEAST_PX
        ):
            found.append(fewer([*cut, cut[0]], OFF_PX)[:-1])
    return [ring for ring in found if len(ring) > 2]


def _between(a: Vector, b: Vector, share: float) -> Vector:
    x, y, z = (p + share * (q - p) for p, q in zip(a, b, strict=True))
    long = sqrt(x * x + y * y + z * z)
    return x / long, y / long, z / long


def _rimmed(ring: list[Vector], projection: Projection) -> Iterator[Vector]:
    """Yield a ring with the way along the rim where it was cut there, instead of the short cut."""
    up, east, north = _axes(projection.latitude, projection.longitude)
    for a, b in pairwise([*ring, ring[0]]):
        yield a
        if max(dot(a, up), dot(b, up)) < RIM + 0.001:
            start, end = (atan2(dot(v, north), dot(v, east)) for v in (a, b))
            turn = (end - start + pi) % (2 * pi) - pi
            for step in range(1, int(abs(turn) / 0.1)):
                angle = start + turn * step / int(abs(turn) / 0.1)
                flat = sqrt(1 - RIM * RIM)
                yield mixed((RIM, flat * cos(angle), flat * sin(angle)), (up, east, north))


@cache
def _rings() -> list[list[Vector]]:
    """Return the outlines of all land as unit vectors."""
    rings = []
    for steps in json.loads(text_of("kg.picture.layout", "land.json")):
        x = y = 0
        ring = []
        for dx, dy in batched(steps, 2):
            x, y = x + dx, y + dy
            ring.append(vector(y / PER_DEGREE, x / PER_DEGREE))
        rings.append(ring)
    return rings
