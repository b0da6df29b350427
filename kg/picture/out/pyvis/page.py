"""The page of a pyvis network.

It holds vis-network, our few lines of script, inert data, and a policy that allows nothing else.
"""

from __future__ import annotations

import json
from typing import Any

from jinja2 import Environment, StrictUndefined

from kg.language.interface.words import Words
from kg.picture.drawing import Drawing
from kg.picture.metrics import plain, shown
from kg.picture.out.pyvis.assets import inert, library, own, policy

OWN = frozenset({"id", "from", "to", "x", "y", "label", "full", "members", "own", "hidden"})
"""What nodes and edges do not share with others."""
MANY = 2_000
"""Lines above which all are solid: vis-network draws each dot by itself. The caption of the page says so."""


def page(network: Any, drawing: Drawing) -> str:
    """Return the page of a network of pyvis; see `kg.picture.out.pyvis.render`.

    Args:
        network: its nodes, edges and options, which may have been added to since.
        drawing: what the network was made from.
    """
    numbers = {node["id"]: i for i, node in enumerate(network.nodes)}
    looks: dict[str, int] = {}
    nodes = [_short(_numbered(node, numbers), looks) for node in network.nodes]
    edges = [
        _short({**edge, "from": numbers[edge["from"]], "to": numbers[edge["to"]]}, looks)
        for edge in map(_bare, network.edges)
    ]
    options = network.options if isinstance(network.options, dict) else {}
    data = {
        "looks": [json.loads(look) for look in looks],
        "nodes": nodes,
        "edges": edges,
        "options": options,
        "box": drawing.box,
        "whole": drawing.kind == "network",
    }
    scripts, css = [library(), own("still.js")], own("still.css")
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(own("template.html"))
    return template.render(
        title=shown(drawing.finding) or plain(drawing.heading),
        question=plain(drawing.heading) if drawing.finding else "",
        asked=drawing.asked,
        caption=shown(drawing.caption, 4000) + _remark(drawing),
        w=Words(drawing.language),
        policy=policy(scripts, [css]),
        css=css,
        data=inert(data),
        library=scripts[0],
        script=scripts[1],
    )


def _remark(drawing: Drawing) -> str:
    """Return what vis-network shows otherwise than the caption says."""
    key = (
        "how.pale"
        if drawing.kind == "flow"
        else "how.no-land"
        if drawing.areas
        else "how.solid"
        if drawing.kind == "network" and len(drawing.edges) > MANY
        else ""
    )
    return f" {Words(drawing.language)(key)}" if key else ""


def _bare(item: dict[str, Any]) -> dict[str, Any]:
    """Return a node or edge without what only Python needs, and without titles.

    The viewer might take a title for markup.
    """
    return {
        key: value
        for key, value in item.items()
        if key not in ("claims", "fact", "kind", "style", "type", "title", "id")
    }


def _short(item: dict[str, Any], looks: dict[str, int]) -> dict[str, Any]:
    """Return a node or edge with the number of its look instead of what it shares with others."""
    look = json.dumps(
        {key: value for key, value in item.items() if key not in OWN}, sort_keys=True, default=str
    )
    return {key: value for key, value in item.items() if key in OWN} | {
        "k": looks.setdefault(look, len(looks))
    }


def _numbered(node: dict[str, Any], numbers: dict[Any, int]) -> dict[str, Any]:
    """Return a node under a number, so that no name from the data becomes a key in the library's objects."""
    made = _bare(node) | {"id": numbers[node["id"]]}
    if "members" in node:
        made["members"] = [numbers[member] for member in node["members"] if member in numbers]
    if "own" in node:
        made["own"] = numbers[node["own"]]
    return made
