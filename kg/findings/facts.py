"""The sentences of single facts and of the whole graph: rows of what is said, counted like any answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Any, cast

from kg.analysis.votes import Ballots
from kg.findings import sentence
from kg.findings.event import evidence, sentences
from kg.findings.measures import Names, Rows
from kg.language.interface.words import Words
from kg.language.title import Title
from kg.model import table
from kg.model.rows import Graph

LONGEST = 320
"""Characters of the sentences about an event."""
Marks = Mapping[str, Mapping[str, Any]]
"""What the analyses say of nodes by id, see `kg.analysis.marking.marks`."""
Teller = Callable[[Words], str]
"""Says something in the language of some words."""
_ABOUT = ("ABOUT", "MENTIONS", "CITED_IN", "ON_TOPIC")
"""Edges from a claim to what it speaks of, and to where it stands."""


def of_fact(fact: str, graph: Graph, ballots: Ballots, marks: Marks, names: Names) -> Teller:
    """Return what says in any language what is said about one fact, in a sentence.

    Args:
        fact: its id, which the graph has.
        graph: all that is known.
        ballots: the votes of the same, as the analyses see it.
        marks: what they found.
        names: what knows the names of ids.
    """
    labels = graph.nodes[fact].labels
    if {*labels} & table.labels("claim"):
        return partial(sentence, "claim", _claims(graph.starts(fact, "RELAYS"), graph, marks, names))
    if {*labels} & table.labels("event") and fact in ballots.world.things:
        return _of_event(fact, ballots, names)
    ties = (*graph.into.get(fact, ()), *graph.out.get(fact, ()))
    events = frozenset(end for tie in ties for end in (tie.start, tie.end) if _is(end, "event", graph))
    near = _live(events, graph, marks)
    said = {c for c in graph.starts(fact, "SAID_BY") if _stands(c, marks)}
    own = said | {c for c in graph.starts(fact, *_ABOUT) if _stands(c, marks)}
    if not near and not own:
        return partial(sentence, "shape.claims.0", ())
    if {*labels} & table.labels("actor"):
        others = len(near) + len(own - near) - len(said)
        rows = Rows(("said",), [(True,)] * len(said) + [(False,)] * others)
        return partial(sentence, "actor", rows)
    return partial(sentence, "shape.claims", _claims(near | own, graph, marks, names))


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


def _of_event(event: str, ballots: Ballots, names: Names) -> Teller:
    """Return what says the sentences about an event; not the one on who says so where they are too long."""
    found = evidence(ballots.world, event, ballots)

    def tell(w: Words) -> str:
        def name(speaker: str) -> str:
            return Title(names(speaker)).said(w.language) or ballots.world.name(speaker)

        told = [one.text for one in sentences(ballots.world, event, w, found._replace(name=name))]
        return " ".join(told if sum(map(len, told)) <= LONGEST else told[1:])

    return tell


def _is(id_: str, role: str, graph: Graph) -> bool:
    node = graph.nodes.get(id_)
    return node is not None and bool({*node.labels} & table.labels(role))


def _stands(claim: str, marks: Marks) -> bool:
    """Return whether nobody has taken a claim back."""
    return not marks.get(claim, {}).get("taken_back")


def _live(things: frozenset[str], graph: Graph, marks: Marks) -> frozenset[str]:
    """Return the claims about some things that nobody took back, gathered once for all who share them."""
    kept = graph.worked_out.setdefault("live claims about", {})
    if things not in kept:
        about = (claim for thing in things for claim in graph.starts(thing, *_ABOUT))
        kept[things] = frozenset(claim for claim in about if _stands(claim, marks))
    return cast("frozenset[str]", kept[things])


def _claims(ids: Collection[str], graph: Graph, marks: Marks, names: Names) -> Rows:
    """Return a row for each of some claims that nobody has taken back."""
    return Rows(
        ("claim", "stance", "speaker", "figure"),
        [
            (
                id_,
                (said := graph.nodes[id_].properties).get("stance"),
                [names(a) for a in graph.ends(id_, "SAID_BY")] or said.get("speaker_name"),
                said.get("how_many"),
            )
            for id_ in sorted(ids)
            if _stands(id_, marks)
        ],
    )
