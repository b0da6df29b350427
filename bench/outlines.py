"""Land outlines for maps, made smaller from those of Natural Earth.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m bench.outlines package/land-50m.json kg/picture/layout/land.json

Natural Earth 4.1, land at 1:50 million, by way of the npm package world-atlas 2.0.2, which packs it as
TopoJSON. Natural Earth is in the public domain. What is smaller than `LEAST` is left out, and a coast
keeps to within `OFF` of itself. The same input gives the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import accumulate, chain, pairwise
from math import cos, radians
from pathlib import Path
from typing import Any

from kg.picture.layout.shapes import Point, fewer

OFF = 0.05
"""Degrees by which a coast may be off."""
LEAST = 0.03
"""Area in square degrees at the equator below which land or a lake is left out."""
PER_DEGREE = 40
"""Steps of a degree that the file counts in."""


def rings(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """Yield the closed lines of a TopoJSON file in degrees: islands one way round, lakes the other."""
    (east, north), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        places = accumulate(steps, lambda at, step: [at[0] + step[0], at[1] + step[1]])
        arcs.append([(x * east + left, y * north + low) for x, y in places])
    for shape in topology["objects"]["land"]["geometries"]:
        for polygon in [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]:
            for number, numbers in enumerate(polygon):
                ways = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
                ring = [ways[0][0], *chain.from_iterable(way[1:] for way in ways)]
                yield ring if (area(ring) > 0) == (number == 0) else ring[::-1]


def area(ring: list[Point]) -> float:
    """Return the area of a ring in square degrees at the equator, below zero where it runs clockwise."""
    middle = sum(y for _, y in ring) / len(ring)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2 * cos(radians(middle))


def made(topology: dict[str, Any]) -> list[list[int]]:
    """Return each ring as steps: longitude and latitude in turn, in `PER_DEGREE`, the first from 0, 0."""
    kept = []
    for ring in rings(topology):
        if abs(area(ring)) >= LEAST:
            narrower = max(0.1, cos(radians(sum(y for _, y in ring) / len(ring))))
            small = fewer([(x * narrower, y) for x, y in ring], OFF)
            whole = [(round(x / narrower * PER_DEGREE), round(y * PER_DEGREE)) for x, y in small]
            kept.append([n for a, b in pairwise([(0, 0), *whole]) for n in (b[0] - a[0], b[1] - a[1])])
    return kept


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:3])
    steps = made(json.loads(source.read_text("utf-8")))
    lines = ",\n".join(json.dumps(ring, separators=(",", ":")) for ring in steps)
    target.write_text(f"[\n{lines}\n]\n", "utf-8")
    print(f"{len(steps)} rings, {sum(map(len, steps)) // 2} points, {target.stat().st_size} bytes")
