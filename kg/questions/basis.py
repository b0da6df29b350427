"""The nodes and edges that rows rest on, as far as they name them: the picture of a question in Python."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from kg.model.derived import CHAINS
from kg.model.rows import Graph
from kg.questions.result import texts_in
from kg.store import Edge, Node
from kg.store.statements import AMONG

if TYPE_CHECKING:
    from kg.questions.scope import Scope
    from kg.store import Element, Store


def basis(rows: Iterable[tuple[Any, ...]], scope: Scope, held: Store | Graph) -> list[Element]:
    """Return what the rows name and how that hangs together.

    These are the claims, events, actors, documents and other things whose ids stand in the rows, and when no
    claim is among them, the claims asked about that are about them; for each claim all that it relays, at any
    remove, with speakers and subjects; and the edges between them. A node without an edge says nothing of the
    answer and is left out.

    Args:
        rows: values in which ids stand, alone or in lists.
        scope: what the answer was found in, so that nothing is drawn that was not known on the day.
        held: where that was read: the store, or its rows.

    Raises:
        StoreError: the store cannot answer.
    """
    ids, claims = _named(rows, scope), scope.world.claims
    if not ids:
        return []
    elements = _among(held, ids) if isinstance(held, Graph) else held.elements(AMONG, {"ids": sorted(ids)})
    edges = [
        e
        for e in elements
        if isinstance(e, Edge)
        and e.type not in CHAINS  # all that lies between is there
        and ("claim" not in e.properties or e.properties["claim"] in claims)
    ]
    joined = {end for edge in edges for end in (edge.start, edge.end)}
    return [*(e for e in elements if isinstance(e, Node) and e.id in joined), *edges]


def _among(graph: Graph, ids: Collection[str]) -> list[Element]:
    """Return the nodes of some ids and the edges between them."""
    met = [graph.nodes[i] for i in sorted(ids) if i in graph.nodes]
    edges = (e for node in met for e in graph.out.get(node.id, ()) if e.end in ids)
    return [
        *(Node(*node) for node in met),
        *(Edge(str(i), e.type, e.start, e.end, e.properties) for i, e in enumerate(edges)),
    ]


def _named(rows: Iterable[tuple[Any, ...]], scope: Scope) -> set[str]:
    """Return the ids in rows, and those of what the claims among them, or about them, rest on."""
    world, among = scope.world, scope.among
    known = (world.claims, world.actors, world.things, world.documents)
    texts: set[str] = set()
    for row in rows:
        for value in row:
            if isinstance(value, str):
                texts.add(value)
            elif value is not None:
                texts.update(texts_in(value))
    ids = {text for text in texts if any(text in part for part in known)}
    open_ = [id_ for id_ in ids if id_ in world.claims] or [
        id_ for id_, claim in world.claims.items() if claim.about in ids and (among is None or id_ in among)
    ]
    ids.update(open_)
    while open_:
        claim = world.claims[open_.pop()]
        ids |= {claim.about, *({claim.speaker} if claim.speaker else ())}
        new = [other for other in world.relays.get(claim.id, ()) if other not in ids]
        ids.update(new)
        open_ += new
    return ids
