"""The nodes and edges behind an answer as JSON, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from kg.formats.text import plain
from kg.model import OWNED
from kg.store import Edge, Element

FORMAT = "graph"
OF = "elements"
ENDINGS = ()
ABOUT = "the nodes and edges behind the answer, as JSON"


def render(title: str, parameters: Mapping[str, Any], elements: Iterable[Element]) -> str:
    """Return an object with `question`, `parameters`, `nodes` and `edges`.

    Each is sorted, so that equal answers are equal texts.

    Args:
        title: the question in words.
        parameters: what was asked with.
        elements: nodes and edges as a store returned them; an edge without both its ends is left out.

    Example:
        >>> from kg.store import Node
        >>> nodes = [Node("kp", ("State", "Actor", "Kg"), {"name": "North Korea"})]
        >>> json.loads(render("Who?", {}, nodes))["nodes"]
        [{'id': 'kp', 'labels': ['Actor', 'State'], 'properties': {'name': 'North Korea'}}]
    """
    nodes: dict[str, dict[str, Any]] = {}
    edges: dict[tuple[str, str, str, str], dict[str, Any]] = {}
    for element in elements:
        own = {name: plain(value) for name, value in sorted(element.properties.items()) if name != "id"}
        if isinstance(element, Edge):
            key = (element.type, element.start, element.end, str(own.get("key", "")))
            edges[key] = {"type": element.type, "start": element.start, "end": element.end, "properties": own}
        else:
            nodes[element.id] = {
                "id": element.id,
                "labels": sorted(set(element.labels) - {OWNED}),
                "properties": own,
            }
    answer = {
        "question": title,
        "parameters": {name: plain(value) for name, value in parameters.items()},
        "nodes": [nodes[id] for id in sorted(nodes)],
        "edges": [edge for key, edge in sorted(edges.items()) if key[1] in nodes and key[2] in nodes],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
