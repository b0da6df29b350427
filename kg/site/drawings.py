"""The drawings of the pages, as files beside them, each for light and dark paper, and in the viewer."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from functools import partial
from typing import NamedTuple

from kg.errors import CallError
from kg.language.interface.words import Words
from kg.model import table
from kg.model.link_roles import TRADING
from kg.model.stances import side_of
from kg.picture.contents import draw_fact
from kg.picture.credit import Credit
from kg.picture.drawing import Drawing
from kg.picture.forms import in_every_form
from kg.picture.looks import EVENTS
from kg.picture.out.svg import render as svg
from kg.picture.out.svg_both import for_both
from kg.site.material import Material


class Picture(NamedTuple):
    """A drawing that stands beside a page.

    Attributes:
        name: `chain`, `flow`, `figures`, `map` or `network`.
        title: the question it answers.
        caption: how to read it and what it rests on.
        light: path of the SVG, which is for dark paper, too, unless that has one of its own.
        dark: path of the same on dark paper; empty where there is none.
        width: in pixels.
        height: in pixels.
        alt: what somebody is told who does not see it.
        whole: path of the SVG to save, on light paper and with its heading.
        narrow: the same for a phone; None where the drawing has no other form there.
    """

    name: str
    title: str
    caption: str
    light: str
    dark: str
    width: int
    height: int
    alt: str
    whole: str
    narrow: Picture | None = None


def picture(
    drawing: Drawing,
    folder: str,
    w: Words,
    files: MutableMapping[str, bytes],
    credit: Credit,
    *,
    headed: bool = True,
) -> Picture:
    """Paint a drawing into a file, another one for a phone, and return where they are.

    Args:
        drawing: what to paint.
        folder: of the page that shows it.
        w: the words.
        files: takes the files.
        credit: who publishes it, and where.
        headed: whether it says itself what it shows; where the page does, a third file to save has it.
    """
    light = svg(drawing, credit=credit, headed=headed)
    head = light.partition("viewBox=")[0]
    width, height = (
        round(float(head.partition(f'{side}="')[2].partition('"')[0])) for side in ("width", "height")
    )
    name = f"{folder}/{drawing.kind}{'-narrow' if drawing.narrow else ''}"
    apart = not (headed or drawing.narrow)
    whole, page = f"{name}.svg", f"{name}{'-page' if apart else ''}.svg"
    dark = svg(drawing, "dark", credit, headed=headed)
    both = for_both(light, dark)
    paths = page, "" if both else f"{name}-dark.svg"
    files[page] = (both or light).encode()
    if not both:
        files[paths[1]] = dark.encode()
    if apart:
        files[whole] = svg(drawing, credit=credit).encode()
    claims = {c for node in drawing.nodes for c in node.claims} | {
        c for edge in drawing.edges for c in edge.claims
    }
    told = w(f"drawing.alt.{drawing.kind}", n=len(claims))
    thin = next((o for o in drawing.others if o.narrow and o.language == drawing.language), None)
    small = thin if thin and thin.box != drawing.box else None
    narrow = small and picture(small, folder, w, files, credit, headed=headed)
    return Picture(drawing.kind, drawing.heading, drawing.caption, *paths, width, height, told, whole, narrow)


def wanted(material: Material, fact: str) -> tuple[str, ...]:
    """Return which drawings fit a fact.

    An event has its chains and figures; a weapon type or a state has who supplied whom; a place that is on
    the map has the map of what is said to have happened there.
    """
    kind, about = material.kind(fact), material.about.get(fact, [])
    kinds: list[str] = []
    if kind in EVENTS:
        kinds += ["chain"] if about else []
        numbers = sum(c.quantity is not None or side_of(c.stance) in ("against", "doubt") for c in about)
        kinds += ["figures"] if numbers >= 2 and any(c.quantity for c in about) else []
        return tuple(kinds or ["network"])
    if kind in table.labels("place") and "latitude" in material.index.nodes[fact].properties:
        return ("map",)
    edges = {e.type for e in material.index.out.get(fact, ())} | {
        e.type for e in material.index.into.get(fact, ())
    }
    sides = frozenset(table.types(*TRADING))
    goods = {
        e.type
        for e in material.index.into.get(fact, ())
        if e.type in table.types("goods") and sides & {*table.kinds()[material.kind(e.start)].edges}
    }
    if edges & sides or goods:
        kinds.append("flow")
    if kind in table.labels("actor") and material.voice(fact) != "state" and material.said_by.get(fact):
        kinds.append("network")
    return tuple(kinds)


def of_fact(
    material: Material, fact: str, kinds: Sequence[str], *, translated: bool = False
) -> list[Drawing]:
    """Return the drawings of a fact that have something in them, in every form that its pages need.

    Args:
        material: what the site is made of.
        fact: its id.
        kinds: which drawings.
        translated: whether they are wanted in every language, as in the viewer.
    """
    drawings = []
    for kind in kinds:
        try:
            draw = partial(draw_fact, fact, kind=kind)
            drawing = in_every_form(draw, material.seen, translated=translated)
        except CallError:
            continue
        if drawing.nodes:
            drawings.append(drawing)
    return drawings


def beside(path: str) -> str:
    """Return the folder for what belongs to a page.

    Example:
        >>> beside("event/a.html")
        'event/a'
    """
    return path.removesuffix(".html")
