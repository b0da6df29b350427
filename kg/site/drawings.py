"""The drawings of the pages, as files beside them: for light and dark paper, and in the viewer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.errors import CallError
from kg.model.rows import EdgeRow, Graph
from kg.picture.contents import Seen, draw_fact
from kg.picture.drawing import Drawing
from kg.picture.looks import EVENTS
from kg.picture.out.page import facts
from kg.picture.out.svg import render as svg
from kg.site.material import Material
from kg.site.words import Words

CHAIN = ("RELAYS", "ANSWERS")


class Picture(NamedTuple):
    """A drawing that stands beside a page.

    Attributes:
        name: `chain`, `flow`, `figures` or `network`.
        title: the question it answers.
        caption: how to read it and what it rests on.
        light: path of the SVG on light paper.
        dark: path of the same on dark paper.
        width: in pixels.
        height: in pixels.
        alt: what somebody is told who does not see it.
    """

    name: str
    title: str
    caption: str
    light: str
    dark: str
    width: int
    height: int
    alt: str


def picture(drawing: Drawing, folder: str, w: Words, files: dict[str, bytes], alt: str = "") -> Picture:
    """Paint a drawing into two files, and return where they are.

    Args:
        drawing: what to paint.
        folder: of the page that shows it.
        w: the words.
        files: takes the files.
        alt: what stands for the picture; by default its kind and how many claims it is made of.
    """
    light = svg(drawing)
    head = light.partition("viewBox=")[0]
    width, height = (
        round(float(head.partition(f'{side}="')[2].partition('"')[0])) for side in ("width", "height")
    )
    paths = f"{folder}/{drawing.kind}.svg", f"{folder}/{drawing.kind}-dark.svg"
    files[paths[0]], files[paths[1]] = light.encode(), svg(drawing, "dark").encode()
    claims = {c for node in drawing.nodes for c in node.claims} | {
        c for edge in drawing.edges for c in edge.claims
    }
    told = alt or w(f"drawing.alt.{drawing.kind}", n=len(claims))
    return Picture(drawing.kind, drawing.heading, drawing.caption, *paths, width, height, told)


def local(material: Material, fact: str) -> Seen:
    """Return what is around a fact, so that it need not be looked for in everything.

    The same drawing comes out of it.
    """
    if fact not in material.nearby:
        core = _reached([fact], material.index, ("PART_OF_EVENT",), back=True)
        material.nearby = {fact: around(material, core)}  # the next page asks for another one
    return material.nearby[fact]


def around(material: Material, core: Iterable[str]) -> Seen:
    """Return some facts, all that they are tied to, the chains of the claims among these, and what is said of the events beside."""
    index, seen = material.index, material.seen
    found = set(core) & index.nodes.keys()
    for id_ in list(found):
        found |= {e.end for e in index.out.get(id_, ())} | {e.start for e in index.into.get(id_, ())}
    claims = [i for i in found if index.kind(i) == "Claim"]
    found |= _reached(claims, index, CHAIN) | _reached(claims, index, CHAIN, back=True)
    found |= {e.end for i in list(found) for e in index.out.get(i, ())}
    found |= {e.start for i in list(found) if index.kind(i) in EVENTS for e in index.into.get(i, ())}
    found |= {e.end for i in list(found) for e in index.out.get(i, ())}
    found |= {e.end for i in list(found) if index.kind(i) == "Document" for e in index.out.get(i, ())}
    found &= index.nodes.keys()
    edges = {e.identity: e for i in found for e in index.out.get(i, ()) if e.end in found}
    return Seen(
        Graph({i: index.nodes[i] for i in sorted(found)}, dict(sorted(edges.items()))),
        seen.world,
        seen.marks,
        seen.as_of,
        seen.language,
    )


def known_to(material: Material, drawings: Sequence[Drawing]) -> Graph:
    """Return the part of the graph that the viewer shows beside some drawings.

    It takes the same out of the whole.
    """
    index = material.index
    ids = set(facts.wanted(index, drawings))
    return Graph(
        {i: index.nodes[i] for i in sorted(ids)},
        {e.identity: e for i in sorted(ids) for e in index.out.get(i, ()) if e.end in ids},
    )


def _reached(start: Iterable[str], index: object, types: Sequence[str], *, back: bool = False) -> set[str]:
    found, todo = set(start), list(start)
    while todo:
        here = todo.pop()
        edges: list[EdgeRow] = (index.into if back else index.out).get(here, [])  # type: ignore[attr-defined]
        for edge in edges:
            other = edge.start if back else edge.end
            if edge.type in types and other not in found:
                found.add(other)
                todo.append(other)
    return found


def wanted(material: Material, fact: str) -> tuple[str, ...]:
    """Return which drawings fit a fact.

    Of an event its chains and figures, of a weapon type or a state who supplied whom.
    """
    kind, about = material.kind(fact), material.about.get(fact, [])
    kinds: list[str] = []
    if kind in EVENTS:
        kinds += ["chain"] if about else []
        numbers = sum(
            c.quantity is not None or c.stance in ("denies", "doubts", "cannot-confirm") for c in about
        )
        kinds += ["figures"] if numbers >= 2 and any(c.quantity for c in about) else []
        return tuple(kinds or ["network"])
    edges = {e.type for e in material.index.out.get(fact, ())} | {
        e.type for e in material.index.into.get(fact, ())
    }
    types = {
        e.type
        for e in material.index.into.get(fact, ())
        if e.type == "OF_TYPE" and material.kind(e.start) == "Shipment"
    }
    if edges & {"DELIVERED", "RECEIVED_BY"} or types:
        kinds.append("flow")
    if kind in ("Organization", "Person", "UnnamedSource") and material.said_by.get(fact):
        kinds.append("network")
    return tuple(kinds)


def of_fact(material: Material, fact: str, kinds: Sequence[str]) -> list[Drawing]:
    """Return the drawings of a fact that have something in them."""
    seen = local(material, fact)
    found = []
    for kind in kinds:
        try:
            drawing = draw_fact(fact, seen, kind)
        except CallError:
            continue
        if drawing.nodes:
            found.append(drawing)
    return found


def beside(path: str) -> str:
    """Return the folder for what belongs to a page.

    Example:
        >>> beside("event/a.html")
        'event/a'
    """
    return path.removesuffix(".html")
