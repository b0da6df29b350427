"""The sentences of single facts and of the whole graph: rows of what is said, counted like any answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from kg.analysis.votes import Ballots
from kg.findings import sentence
from kg.findings.event import evidence, sentences
from kg.findings.measures import Names, Row
from kg.language.interface.words import Words
from kg.language.title import Title
from kg.model import table
from kg.model.rows import Graph

LONGEST = 320
"""Characters of the sentences about an event."""
Marks = Mapping[str, Mapping[str, Any]]
"""What the analyses say of nodes by id, see `kg.analysis.marking.marks`."""


def of_fact(fact: str, graph: Graph, ballots: Ballots, marks: Marks, names: Names, w: Words) -> str:
    """Return what is said about one fact, in a sentence.

    Args:
        fact: its id, which the graph has.
        graph: all that is known.
        ballots: the votes of the same, as the analyses see it.
        marks: what they found.
        names: what knows the names of ids.
        w: the words.
    """
    labels = graph.nodes[fact].labels
    if {*labels} & table.labels("claim"):
        return sentence("claim", _claims(graph.starts(fact, "RELAYS"), graph, marks, names), w)
    if {*labels} & table.labels("event") and fact in ballots.world.things:
        return _of_event(fact, ballots, names, w)
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


def _of_event(event: str, ballots: Ballots, names: Names, w: Words) -> str:
    """Return the sentences about an event; without the one on who says so where that makes it too long."""
    world = ballots.world

    def name(speaker: str) -> str:
        return Title(names(speaker)).said(w.language) or world.name(speaker)

    found = evidence(world, event, ballots, name=name)
    told = [one.text for one in sentences(world, event, w, found)]
    return " ".join(told if sum(map(len, told)) <= LONGEST else told[1:])


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
            "figure": graph.nodes[id_].properties.get("how_many"),
        }
        for id_ in sorted(ids)
        if id_ in graph.nodes and not marks.get(id_, {}).get("taken_back")
    ]
