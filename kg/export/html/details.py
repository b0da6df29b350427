"""What the panel says about anything that is drawn, and which claims a scene is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.export.html.claims import Piece, Row, citation, claim_groups, claim_rows, summary
from kg.export.html.index import Index
from kg.export.html.network import Scene
from kg.export.html.style import SHORTCUTS, STANCES, look_of
from kg.export.html.words import EDGES, day, edge_words, property_rows
from kg.rows import EdgeRow

Detail = dict[str, Any]
_CLAIM_EDGES = frozenset(
    {"SAID_BY", "ABOUT", "MENTIONS", "ON_TOPIC", "LOCATES_AT", "CITED_IN", "RELAYS", "ANSWERS"}
)
_GROUPS = (
    ("SAID_BY", "What it said"),
    ("CITED_IN", "Claims it prints"),
    ("ON_TOPIC", "Claims on it"),
    ("LOCATES_AT", "Claims that place it here"),
    ("MENTIONS", "Claims that mention it"),
)
EVENT_KINDS = frozenset(
    {"Shipment", "Deployment", "Use", "Casualties", "Agreement", "Negotiation", "Finding", "Situation"}
)


def scene_claims(index: Index, scene: Scene) -> list[str]:
    """Return the claims of a scene in order of day: those drawn, else those about the events drawn."""
    drawn = {n.id for n in scene.nodes} | {str(e.properties.get("claim", "")) for e in scene.edges}
    claims = index.by_day(drawn)
    return claims or index.by_day(c for node in scene.nodes for c in index.starts(node.id, "ABOUT"))


def details(index: Index, scenes: Iterable[Scene]) -> dict[str, Detail]:
    """Return a panel for each thing drawn, each claim on it, and the claims these hang together with."""
    things = {node.id: None for scene in scenes for node in scene.nodes}
    found = {node_id: _detail(index, node_id) for node_id in things if node_id in index.nodes}
    todo = [c for detail in found.values() for _, claims in detail["groups"] for c in claims]
    todo += [c for scene in scenes for c in scene_claims(index, scene)]
    while todo:
        claim = todo.pop()
        if claim not in found:
            found[claim] = _detail(index, claim)
            todo += [c for _, claims in found[claim]["groups"] for c in claims]
    return dict(sorted(found.items()))


def edge_detail(index: Index, edge: EdgeRow) -> Detail:
    """Return the sentence that an edge says and the rows of its panel; nothing where a claim says it."""
    claim = edge.properties.get("claim")
    if edge.type in SHORTCUTS and isinstance(claim, str) and index.kind(claim) == "Claim":
        return {}  # the claim itself says it
    says = f"{index.name(edge.start)} {edge_words(edge.type)[0]} {index.name(edge.end)}"
    return {"says": says, "rows": property_rows(edge.properties)}


def _detail(index: Index, node_id: str) -> Detail:
    node = index.nodes[node_id]
    kind = index.kind(node_id)
    detail: Detail = {"kind": kind, "title": index.name(node_id)}
    if kind == "Claim":
        rows, groups = claim_rows(index, node_id), claim_groups(index, node_id)
        return detail | {"rows": rows, "groups": groups, "claim": summary(index, node_id)}
    detail["sub"] = f"{look_of(kind).label}, as alleged" if kind in EVENT_KINDS else ""
    told = [*_links(index, node_id), *property_rows(node.properties)]
    return detail | {"rows": told, "groups": _groups(index, node_id)}


def _links(index: Index, node_id: str) -> list[Row]:
    """Return the neighbours that are not claims, by heading, each with what its edge says."""
    order = {edge_type: place for place, edge_type in enumerate(EDGES)}
    links = [(e, e.start, 2) for e in index.into[node_id]]
    links += [(e, e.end, 1) for e in index.out[node_id]]
    rows: dict[str, list[Piece]] = {}
    for edge, other, side in sorted(links, key=lambda link: order.get(link[0].type, len(order))):
        heading = edge_words(edge.type)[side]
        if edge.type not in _CLAIM_EDGES | SHORTCUTS:
            rows.setdefault(heading, []).append((other, _named(index, other, edge)))
        elif edge.type == "CITED_IN" and side == 1:
            rows.setdefault(heading, []).append(citation(index, edge))
    return [(heading, list(dict.fromkeys(pieces))) for heading, pieces in rows.items()]


def _named(index: Index, other: str, edge: EdgeRow) -> str:
    p = edge.properties
    told = [str(p.get("role") or ""), str(p.get("name") or "")]
    told += [f"{word} {day(p, word)}" for word in ("since", "until") if f"{word}_text" in p]
    text = ", ".join(part for part in told if part)
    return f"{index.name(other)} ({text})" if text else index.name(other)


def _groups(index: Index, node_id: str) -> list[tuple[str, list[str]]]:
    """Return claims under headings: those about it by stance, then those it said, prints or is named in."""
    about = index.by_day(index.starts(node_id, "ABOUT"))
    by_stance: dict[str, list[str]] = {stance: [] for stance in STANCES}
    for claim in about:
        by_stance.setdefault(str(index.nodes[claim].properties.get("stance", "")), []).append(claim)
    word = "" if index.kind(node_id) in EVENT_KINDS else " (about it)"
    groups = [
        (f"{STANCES[stance].heading if stance in STANCES else stance}{word}", claims)
        for stance, claims in by_stance.items()
        if claims
    ]
    said = [(heading, index.by_day(index.starts(node_id, edge))) for edge, heading in _GROUPS]
    return [*(g for g in said[:1] if g[1]), *groups, *(g for g in said[1:] if g[1])]
