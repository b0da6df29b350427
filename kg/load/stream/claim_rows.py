"""Rows of claims that name nothing but what is known, which most lines of a large file are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.load.stream.known import Known
from kg.load.stream.relayed import said
from kg.load.stream.row_spools import Edges, Nodes
from kg.model.citation import Citation
from kg.model.convert import Way, node_properties, other_edges, ways
from kg.model.derived import taken_back_by
from kg.model.kinds import links, registry
from kg.model.kinds.claim import Claim
from kg.model.quantity import COUNTED
from kg.sources.across import faults, waits
from kg.sources.references import figures

Reference = tuple[str, tuple[str, ...], int, bool]
"""An id, the labels of which it needs one, the line that names it, and whether it must be there."""
Made = tuple[int, bytes, tuple[Any, ...], bytes, int, list[Reference]]
"""Of a claim: its line, its node, what is remembered, its edges and how many, its references."""

CLAIM = Claim.LABELS
_NAMED = {link.edge: link.to for link in links(Claim).values()} | {Citation.EDGE: Citation.TO}
_FITTING = {
    edge: frozenset(kind for kind, model in registry().items() if not set(to).isdisjoint(model.LABELS))
    for edge, to in _NAMED.items()
}
"""The kinds of what a claim may name, by the type of the edge; no such edge runs towards the claim."""


class ClaimRows:
    """What makes rows of claims."""

    def __init__(self, known: Known, nodes: Nodes, edges: Edges) -> None:
        """Look facts up, and pack rows as these do."""
        self._known, self._nodes, self._edges = known, nodes, edges

    def made(self, claims: Sequence[tuple[int, Any]]) -> list[Made | None]:
        """Return what becomes of claims that are right by themselves.

        Each step is done for all of them before the next: that takes less time, as the processor has the
        step at hand.

        Args:
            claims: each with the number of its line.

        Returns:
            For each claim its rows, or None where something may be wrong, or has to wait for others.
        """
        known = self._known
        named = [self._named(number, claim) for number, claim in claims]
        good = [(*one, *found) for one, found in zip(claims, named, strict=True) if found is not None]
        nodes = [node_properties(claim, known) for _, claim, _, _ in good]
        told = [tuple(said(own, claim.relays)) for own, (_, claim, _, _) in zip(nodes, good, strict=True)]
        packed = [self._nodes.packed(CLAIM[-1], own) for own in nodes]
        others = [other_edges(claim, known) for _, claim, _, _ in good]
        edges = [self._edges.packed(bare, own) for own, (_, _, bare, _) in zip(others, good, strict=True)]
        rows = iter(
            [
                (number, packed[i], told[i], edges[i], len(bare) + len(others[i]), unknown)
                for i, (number, _, bare, unknown) in enumerate(good)
            ]
        )
        return [None if found is None else next(rows) for found in named]

    def _named(self, number: int, claim: Any) -> tuple[list[Way], list[Reference]] | None:
        """Return the bare edges of a claim that fits to all that it names, and what is not known of that."""
        known, bare = self._known.get, ways(claim)
        unknown: list[Reference] = []
        for edge, _, other, _ in bare:
            target = known(other)
            if target is None and _NAMED[edge] == CLAIM:
                unknown.append((other, CLAIM, number, True))
            elif target is None or target.KIND not in _FITTING[edge]:
                return None
        for citation in claim.cited:
            target = known(citation.document)
            if target is None or target.KIND not in _FITTING[Citation.EDGE]:
                return None
        if claim.withdrawn or waits(claim) or taken_back_by(claim) or any(faults(claim, self._known)):
            return None
        unknown += [(other, COUNTED, number, False) for other in figures(claim)]
        return bare, unknown
