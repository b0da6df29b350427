"""A drawing as columns of numbers: small in the file, quick to read in the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import ceil
from typing import Any

from kg.language.title import Title
from kg.picture.drawing import Drawing, Edge, Node, Point
from kg.picture.metrics import BOLD, FONT_PX, ROLE_PX, text_width
from kg.picture.out.page.patch import difference

Columns = dict[str, Any]
SIDES = ("x1", "y1", "x2", "y2")
ANCHORS = ("start", "middle", "end")


class Words:
    """Strings by number, each kept once, in the order in which they came."""

    def __init__(self) -> None:
        """Start with the empty string, which is number 0."""
        self.known: dict[str, int] = {"": 0}

    def __call__(self, text: str) -> int:
        """Return the number of a string."""
        return self.known.setdefault(text, len(self.known))


def every(
    drawings: Sequence[Drawing], by_day: Sequence[Sequence[tuple[str, Drawing]]], claims: Mapping[str, int]
) -> Columns:
    """Return all drawings of a page, with the words of all of them.

    Of the earlier days the first is told whole, and of each other what is different from the one before, see
    `kg.picture.out.page.patch`.

    Args:
        drawings: what the menu offers.
        by_day: for each of them in turn the earlier days, each with its drawing.
        claims: number of each claim in the page's facts.
    """
    words = Words()
    return {
        "drawings": [encode(drawing, claims, words) for drawing in drawings],
        "days": [_each_day(days, claims, words) for days in by_day],
        "words": list(words.known),
    }


def _each_day(
    days: Sequence[tuple[str, Drawing]], claims: Mapping[str, int], words: Words
) -> list[list[Any]]:
    every = [encode(drawing, claims, words) for _, drawing in days]
    told = [*every[:1], *(difference(before, now) for before, now in pairwise(every))]
    return [[day, columns] for (day, _), columns in zip(days, told, strict=True)]


def encode(drawing: Drawing, claims: Mapping[str, int], words: Words) -> Columns:
    """Return one drawing for the page.

    Args:
        drawing: what to draw.
        claims: number of each of the page's facts; claims that are not there hide nothing.
        words: takes its words.

    Returns:
        Columns under one-letter keys; `decodeScene` in `js/scene.js` is the other side. Lengths are in tenths
        of a pixel, but for `tw`, the room in pixels that the layout kept for words. A node that has the id of
        its fact has an empty `id`; `full` is told where the page does not know the fact. `forms` holds what
        is different in each other form of the picture from the one that `of` counts to, see
        `kg.picture.out.page.patch`.
    """
    own = _columns(drawing, words, claims)
    every = [own, *(_columns(other, words, claims) for other in drawing.others)]
    first = [next(i for i, one in enumerate(every) if one["narrow"] == form["narrow"]) for form in every]
    forms = [
        {"of": (of := first[i] if first[i] < i else 0), **difference(every[of], form)}
        for i, form in enumerate(every)
        if i
    ]
    return {**own, "forms": forms}


def _columns(drawing: Drawing, words: Words, claims: Mapping[str, int]) -> Columns:
    place = {node.id: i for i, node in enumerate(drawing.nodes)}
    ground = [[area.role, [*map(_steps, area.rings)], _some(area.claims, claims)] for area in drawing.areas]
    return {
        **({"g": ground} if ground else {}),
        "kind": drawing.kind,
        "title": drawing.title,
        "titles": Title(drawing.title).others,
        "caption": drawing.caption,
        "findings": _in_each([drawing.finding] if drawing.finding else [], drawing.language),
        "asked": _in_each(drawing.asked, drawing.language),
        "lang": drawing.language,
        "narrow": int(drawing.narrow),
        "box": [_tenth(side) for side in drawing.box],
        "leftOut": drawing.left_out,
        "n": _nodes(drawing.nodes, place, words, claims),
        "e": _edges(drawing.edges, drawing.nodes, place, words, claims),
        "t": {
            "x": [_tenth(t.x) for t in drawing.texts],
            "y": [_tenth(t.y) for t in drawing.texts],
            "l": [words(t.text) for t in drawing.texts],
            "tw": [
                ceil(text_width(t.text, ROLE_PX.get(t.role, FONT_PX), t.role in BOLD)) for t in drawing.texts
            ],
            "a": [ANCHORS.index(t.anchor) for t in drawing.texts],
            "r": [words(t.role) for t in drawing.texts],
            "f": [words(t.fact) for t in drawing.texts],
            "c": [_some(t.claims, claims) for t in drawing.texts],
        },
        "r": {
            "at": [
                [_tenth(getattr(rule, side)) for rule in drawing.rules] for side in ("x1", "y1", "x2", "y2")
            ],
            "r": [words(rule.role) for rule in drawing.rules],
        },
    }


def _in_each(texts: Sequence[str], language: str) -> dict[str, list[str]]:
    """Return texts in each language that they have, and in their own; nothing where there are none."""
    codes = {language, *(code for text in texts for code in Title(text).others)} if texts else ()
    return {code: [Title(text).said(code) for text in texts] for code in sorted(codes)}


def _nodes(
    nodes: Sequence[Node], place: Mapping[str, int], words: Words, claims: Mapping[str, int]
) -> Columns:
    return {
        "id": [words("" if n.id == n.fact else n.id) for n in nodes],
        "f": [words(n.fact) for n in nodes],
        "k": [words(n.kind) for n in nodes],
        "s": [words(n.shape) for n in nodes],
        "x": [_tenth(n.x) for n in nodes],
        "y": [_tenth(n.y) for n in nodes],
        "w": [_tenth(n.width) for n in nodes],
        "h": [_tenth(n.height) for n in nodes],
        "l": [words("\n".join(n.label)) for n in nodes],
        "tw": [ceil(max(map(text_width, n.label), default=0.0)) for n in nodes],
        "a": [
            part
            for n in nodes
            for part in (_tenth(n.label_at[0]), _tenth(n.label_at[1]), ANCHORS.index(n.label_at[2]))
        ],
        "st": [words(n.style) for n in nodes],
        "e": [words(f"{n.left} {n.right}") for n in nodes],
        "c": [_some(n.claims, claims) for n in nodes],
        "r": [round(n.rank, 2) for n in nodes],
        "v": [int(n.shown) for n in nodes],
        "full": {str(i): words(n.full) for i, n in enumerate(nodes) if n.full and n.fact not in claims},
        "m": {str(i): [place[m] for m in n.members if m in place] for i, n in enumerate(nodes) if n.members},
    }


def _edges(
    edges: Sequence[Edge],
    nodes: Sequence[Node],
    place: Mapping[str, int],
    words: Words,
    claims: Mapping[str, int],
) -> Columns:
    """Return the edges; points are measured from the centre of a node at the end, to be small."""
    centre = {node.id: (node.x, node.y) for node in nodes}
    return {
        "a": [place[e.start] for e in edges],
        "b": [place[e.end] for e in edges],
        "t": [words(e.type) for e in edges],
        "st": [words(e.style) for e in edges],
        "n": [len(e.path) for e in edges],
        "p": [number for e in edges for number in _path(e.path, centre[e.start], centre[e.end])],
        "lo": [round(e.low, 2) for e in edges],
        "hi": [round(e.high, 2) for e in edges],
        "ar": [("none", "end", "start").index(e.arrow) for e in edges],
        "d": [int(e.derived) for e in edges],
        "l": {str(i): [e.label, *map(_tenth, e.label_at), _room(e)] for i, e in enumerate(edges) if e.label},
        "u": [i for i, e in enumerate(edges) if e.unbounded],
        "c": [_some(e.claims, claims) for e in edges],
    }


def _path(path: Iterable[Point], start: Point, end: Point) -> Iterable[int]:
    points = list(path)
    for number, (x, y) in enumerate(points):
        near = start if number * 2 < len(points) else end
        yield _tenth(x - near[0])
        yield _tenth(y - near[1])


def _room(edge: Edge) -> int:
    """Return the room that the layout kept for the label of an edge, in pixels."""
    return ceil(text_width(edge.label, ROLE_PX["note"]))


def _steps(ring: Iterable[Point]) -> list[int]:
    """Return the corners of a closed line, each but the first told from the one before."""
    corners = [(0, 0), *((_tenth(x), _tenth(y)) for x, y in ring)]
    return [step for (a, b), (x, y) in pairwise(corners) for step in (x - a, y - b)]


def _some(ids: Iterable[str], numbers: Mapping[str, int]) -> list[int] | int:
    """Return the numbers of some claims; a single one stands alone, none is 0 claims."""
    claim_numbers = [numbers[i] for i in ids if i in numbers]
    return claim_numbers[0] if len(claim_numbers) == 1 else claim_numbers


def _tenth(length: float) -> int:
    return round(length * 10)
