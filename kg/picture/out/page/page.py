"""Drawings to one HTML file: our viewer, its style, inert data, and a policy that lets nothing else run."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined, Template

from kg.analysis.world import World
from kg.errors import ExportError, Problem
from kg.language import ENGLISH
from kg.language.interface import languages, own_words
from kg.language.interface.words import Words
from kg.language.title import Title
from kg.model.rows import Graph
from kg.picture.credit import NOBODY, Credit
from kg.picture.drawing import Drawing
from kg.picture.out.page import days, facts, quotes, scene
from kg.picture.out.page.assets import INLINE, Assets, opener, own, packed, policy, style
from kg.picture.out.page.index import Index
from kg.picture.out.page.pack import pack


def render(
    drawings: Sequence[Drawing],
    *,
    title: str,
    context: Graph | None = None,
    world: World | None = None,
    by_day: Sequence[Mapping[date, Drawing]] = (),
    as_of: date | None = None,
    sources: Path | None = None,
    language: str = ENGLISH,
    assets: Assets = INLINE,
    history: days.History | None = None,
    home: tuple[str, str] = ("", ""),
    credit: Credit = NOBODY,
) -> str:
    """Return one HTML page that shows drawings, the first one first; a menu switches between several.

    Args:
        drawings: what to show, at least one; a drawing without nodes gives a page that says so.
        title: heading of the page.
        context: the whole graph, from which cards, search and table are filled. Without it the page knows
            labels only.
        world: the same graph as the analyses see it: status and roots for each day. Without it they are
            missing.
        by_day: for each drawing in turn how it looks as known on each publication day; the slider then shows
            the last one up to its day. Without it the slider hides what was not known, and all else keeps its
            place.
        as_of: the day of knowledge that the drawings were made for; the time slider then ends there.
        sources: folder of the articles' texts, to show the quoted spans; None for a page without them. A page
            with quoted spans is for the reader's own use: the articles are copyrighted.
        language: in which the page opens.
        assets: where viewer and style are; by default in the page itself.
        history: what `days.every` found in `world`, to share between the pages of a site; computed here by
            default.
        home: address and words of a link that leads out of the viewer; none by default.
        credit: who publishes the page and where it will stand; pictures, prints and frames say so.

    Returns:
        The page as text. The same input gives the same text.

    Raises:
        ExportError: no drawing, or an edge whose end is not drawn.
    """
    if not drawings:
        raise ExportError(Problem("nothing to draw", expected="at least one drawing"))
    known_on = [*(sorted(days_.items()) for days_ in by_day), *([] for _ in drawings[len(by_day) :])]
    every = [*drawings, *(drawing for pictures in known_on for _, drawing in pictures)]
    for drawing in every:
        _check(drawing)
    index = Index(context or Graph({}, {}))
    ids = facts.wanted(index, every)
    numbers = {id_: i for i, id_ in enumerate(ids)}
    known, w = _known(index, ids, world, as_of, sources, history), Words(language)
    whole = known.pop("whole")
    if not whole:
        drawings = [d._replace(caption=f"{d.caption} {w('days.last')}") for d in drawings]
    dated = [[(day.isoformat(), drawing) for day, drawing in pictures] for pictures in known_on]
    shown = scene.every(drawings, dated, numbers)
    template, name, codes = _template(), Title(title), languages()
    after = codes[(codes.index(language) + 1) % len(codes)]
    return template.render(
        title=name,
        headline=drawings[0].finding or name.said(language),
        titles=json.dumps([name.said(code) for code in codes], ensure_ascii=False),
        after=(after, own_words(after).get("language.name", after)),
        language=language,
        policy=policy(assets),
        assets=assets,
        style=style(),
        viewer="" if assets.script else packed(),
        opener=opener(),
        w=w,
        shown=pack(shown),
        known=pack(known),
        timed=bool(known["days"]) and whole,
        home=home,
        credit=credit,
    )


@cache
def _template() -> Template:
    """Return the template; a site has hundreds of pages of it."""
    return Environment(autoescape=True, undefined=StrictUndefined).from_string(own("template.html"))


def _known(
    index: Index,
    ids: list[str],
    world: World | None,
    as_of: date | None,
    sources: Path | None,
    shared: days.History | None,
) -> dict[str, Any]:
    """Return the facts, the days and what was known on them, and the quoted spans."""
    claims = [i for i in ids if index.kind(i) == "Claim"]
    printed = {d for c in claims for d in index.ends(c, "CITED_IN") if d in index.nodes}
    published = {d: index.nodes[d].properties.get("published_to") for d in sorted(printed)}
    all_days = sorted(
        {day for day in published.values() if isinstance(day, date) and (as_of is None or day <= as_of)}
    )
    told = shared or (days.every(world, all_days, ids) if world else days.History(all_days, {}))
    return {
        "facts": facts.encode(index, ids),
        "days": [day.isoformat() for day in told.days],
        "history": {i: told.changes[i] for i in ids if i in told.changes},
        "whole": told.whole,
        "quotes": quotes.quotes(index, claims, sources),
        "sourced": sources is not None,
        "asOf": as_of.isoformat() if as_of else None,
    }


def _check(drawing: Drawing) -> None:
    drawn = {node.id for node in drawing.nodes}
    for edge in drawing.edges:
        for end in (edge.start, edge.end):
            if end not in drawn:
                what = f"drawing '{drawing.title}': edge '{edge.id}' lacks its end '{end}'"
                raise ExportError(Problem(what, todo="add the node to the drawing or leave the edge out"))
