"""The sentences of single facts and of the whole graph: rows of what is said, counted like any answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from kg.findings import sentence
from kg.findings.measures import Names, Row
from kg.language.interface.words import Words
from kg.model import table
from kg.model.rows import Graph
from kg.model.weighing import WHOLE

Marks = Mapping[str, Mapping[str, Any]]
"""What the analyses say of nodes by id, see `kg.analysis.marking.marks`."""


def of_fact(fact: str, graph: Graph, marks: Marks, names: Names, w: Words) -> str:
    """Return what is said about one fact, in a sentence.

    Args:
        fact: its id, which the graph has.
        graph: all that is known.
        marks: what the analyses found.
        names: what knows the names of ids.
        w: the words.
    """
    labels = graph.nodes[fact].labels
    if {*labels} & table.labels("claim"):
        return sentence("claim", _claims(graph.starts(fact, "RELAYS"), graph, marks, names), w)
    if {*labels} & table.labels("event"):
        whole = graph.reached([fact], *table.types("part"), back=True)
        own = marks.get(fact, {})
        about = {
            *own.get("bearing", ()),
            *(claim for event in whole for claim in graph.starts(event, "ABOUT")),
        }
        least, most = own.get("roots_min"), own.get("roots_max")
        known = {"exactly": most} if least == most else {"least": least, "most": most}
        more = {"status": own.get("status"), "exactly": None, "least": None, "most": None, **known}
        return _counted("event", [{**row, **more} for row in _claims(about, graph, marks, names)], w)
    said = {*graph.starts(fact, "SAID_BY")}
    near = {fact, *(edge.start for edge in graph.into.get(fact, ()) if _is(edge.start, "event", graph))}
    near |= {edge.end for edge in graph.out.get(fact, ()) if _is(edge.end, "event", graph)}
    about = {c for i in near for c in graph.starts(i, "ABOUT", "MENTIONS", "CITED_IN", "ON_TOPIC")}
    rows = [{**row, "said": row["claim"] in said} for row in _claims(said | about, graph, marks, names)]
    return _counted("actor" if {*labels} & table.labels("actor") else "shape.claims", rows, w)


def of_graph(graph: Graph, marks: Marks, w: Words) -> str:
    """Return what a whole graph holds, in a sentence."""
    rows = [
        {
            "kind": next((label for label in node.labels if label in table.kinds()), ""),
            "actor": _is(id_, "actor", graph),
            "shipment": "Shipment" in node.labels,
            "event": _is(id_, "event", graph) and "Shipment" not in node.labels,
            "status": marks.get(id_, {}).get("status") if _is(id_, "event", graph) else None,
        }
        for id_, node in graph.nodes.items()
    ]
    return sentence("overview", rows, w)


def _counted(key: str, rows: list[dict[str, Any]], w: Words) -> str:
    return sentence(key if rows else "shape.claims.0", rows, w)


def _is(id_: str, role: str, graph: Graph) -> bool:
    node = graph.nodes.get(id_)
    return node is not None and bool({*node.labels} & table.labels(role))


def _claims(ids: Collection[str], graph: Graph, marks: Marks, names: Names) -> list[Row]:
    """Return a row for each of some claims that nobody has taken back."""
    return [
        {
            "claim": id_,
            "stance": graph.nodes[id_].properties.get("stance"),
            "speaker": [names(a) for a in graph.ends(id_, "SAID_BY")]
            or graph.nodes[id_].properties.get("speaker_name"),
            "facet": graph.nodes[id_].properties.get("facet") or WHOLE,
            "figure": graph.nodes[id_].properties.get("how_many"),
        }
        for id_ in sorted(ids)
        if id_ in graph.nodes and not marks.get(id_, {}).get("taken_back")
    ]
