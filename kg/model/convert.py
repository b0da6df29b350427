"""Facts to rows of nodes and edges, and back; pure, and the only place that knows both shapes."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from kg.errors import Problem, StoreError
from kg.model import OWNED, WITHDRAWN, together
from kg.model.chains import chains_of
from kg.model.derived import DERIVED, claim_properties, retracted, shortcuts
from kg.model.kinds import Fact, Tie, registry
from kg.model.review import live
from kg.model.rows import EdgeRow, Graph, NodeRow
from kg.model.shape import Shape, shape
from kg.model.weighing import TAKEN_BACK

Way = tuple[str, str, str, int | None]
"""The edge of a reference: type, start, end, and its place in the list that has it."""
Other = tuple[str, str, str, dict[str, Any]]
"""An edge with properties of its own: type, start, end, properties."""


def _properties(value: Fact | Tie) -> dict[str, Any]:
    plan, own = shape(type(value)), value.__dict__
    out = {name: item for name in plan.single if (item := own[name]) is not None}
    for name in plan.several:
        if item := own[name]:
            if name in plan.maps:
                item = [f"{key}: {text}" for key, text in sorted(item.items())]
            elif name in plan.entries:
                item = [str(entry) for entry in item]
            out[name] = item
    for name in plan.parts:
        part = own[name]
        if part is not None:
            out.update(part.to_properties(plan.prefix + name))
    return out


def node_properties(fact: Fact, by_id: Mapping[str, Any]) -> dict[str, Any]:
    """Return the properties of the node of a fact, none of which is None, in any order; see `rows_for`.

    What we took back is a node of its own label, which holds the fact as JSON: no count has it.
    """
    if taken := getattr(fact, "withdrawn", None):
        whole = {"type": fact.KIND, **fact.model_dump(mode="json", exclude_defaults=True)}
        properties = {"id": fact.id, "caption": fact.caption, **taken.to_properties("withdrawn")}
        properties["fact"] = json.dumps(whole, ensure_ascii=False)
        return properties
    properties = _properties(fact)
    properties["caption"] = fact.caption
    if fact.KIND == "claim":
        properties.update(claim_properties(fact, by_id))
    else:
        properties.update(together.properties(fact, by_id))
    return properties


def ways(fact: Fact) -> list[Way]:
    """Return the edges of what a fact refers to; they hold nothing but their place in a list."""
    own, id = fact.__dict__, fact.id
    found: list[Way] = []
    for name, edge, reverse in shape(type(fact)).ways:
        value = own[name]
        if not value:
            continue
        if value.__class__ is list:
            for order, other in enumerate(value):
                found.append((edge, other, id, order) if reverse else (edge, id, other, order))
        else:
            found.append((edge, value, id, None) if reverse else (edge, id, value, None))
    return found


def other_edges(fact: Fact, by_id: Mapping[str, Any]) -> list[Other]:
    """Return the edges of a fact that hold something, declared and derived; see `rows_for`."""
    own, id = fact.__dict__, fact.id
    found: list[Other] = []
    for name, tie in shape(type(fact)).ties.items():
        for order, item in enumerate(own[name]):
            target = item.__dict__[tie.TARGET]
            held = {"key": item.key, "position": order, **_properties(item)}
            if derived := item.derived(by_id.get(target)):
                held.update(derived)
            found.append((tie.EDGE, id, target, held))
    found.extend(shortcuts(fact, by_id))
    return found


def rows_of(facts: Iterable[Fact]) -> Graph:
    """Turn facts into rows.

    Args:
        facts: every fact of the graph; references must resolve among them.

    Returns:
        The graph: one node per fact, the declared edges, and the edges of `DERIVED`, each carrying the rule
        that made it. What we took back has no edges. The order of the facts does not matter.

    Raises:
        SeedError: the relays run together in far too many ways.

    Example:
        >>> from kg.model.kinds.state import State
        >>> rows_of([State(id="kp", name="North Korea")]).nodes["kp"].labels
        ('Actor', 'State', 'Kg')
    """
    every = {fact.id: fact for fact in facts}
    by_id = {fact.id: fact for fact in live(every.values())}
    days = retracted(by_id)
    nodes = {}
    edges = {}
    for fact in every.values():
        node, own = rows_for(fact, by_id)
        if fact.id in days:
            properties = dict(sorted({**node.properties, TAKEN_BACK: days[fact.id]}.items()))
            node = node._replace(properties=properties)
        nodes[fact.id] = node
        for edge in own:
            edges[edge.identity] = edge
    claims = {i: nodes[i].properties for i, fact in by_id.items() if type(fact).KIND == "claim"}
    relays = ((i, other) for i in claims for other in by_id[i].relays)  # type: ignore[attr-defined]  # a claim
    for edge in chains_of(claims, relays).edges():
        edges[edge.identity] = edge
    return Graph(dict(sorted(nodes.items())), dict(sorted(edges.items())))


def rows_for(fact: Fact, by_id: Mapping[str, Any]) -> tuple[NodeRow, list[EdgeRow]]:
    """Turn one fact into its node and the edges that it declares or that are derived from it.

    What we took back has no edges.

    Args:
        fact: any fact.
        by_id: at least the speaker, the documents and the event that a claim names, and those who do
            something together in an event; without the claims that a claim relays the day of the first of
            them is left out.
    """
    taken = getattr(fact, "withdrawn", None)
    labels = (WITHDRAWN, OWNED) if taken else (*fact.LABELS, OWNED)
    node = NodeRow(fact.id, labels, dict(sorted(node_properties(fact, by_id).items())))
    if taken:
        return node, []
    edges = [
        EdgeRow(kind, start, end, "", {"key": ""} if order is None else {"key": "", "position": order})
        for kind, start, end, order in ways(fact)
    ]
    edges += [
        EdgeRow(kind, start, end, own["key"], own) for kind, start, end, own in other_edges(fact, by_id)
    ]
    return node, edges


def facts_of(graph: Graph) -> list[Fact]:
    """Turn rows back into facts: the inverse of `rows_of`.

    Raises:
        ValueError: a node is of no known kind.
        StoreError: a fact lacks what it must have, or has what none may have.
    """
    out: dict[str, list[EdgeRow]] = defaultdict(list)
    into: dict[str, list[EdgeRow]] = defaultdict(list)
    for edge in graph.edges.values():
        if edge.type not in DERIVED:
            out[edge.start].append(edge)
            into[edge.end].append(edge)
    kinds = {frozenset(model.LABELS): model for model in registry().values()}
    facts = []
    for node in graph.nodes.values():
        fields: dict[str, Any]
        if WITHDRAWN in node.labels:
            fields = withdrawn(node.properties)
            model = registry().get(fields.pop("type", ""))
        else:
            model = kinds.get(frozenset(node.labels) - {OWNED})
            fields = _fields(shape(model), node, out[node.id], into[node.id]) if model else {}
        if model is None:
            raise ValueError(f"node '{node.id}' is of no known kind")
        try:
            facts.append(model.model_validate(fields))
        except ValueError as error:
            what = f"{model.KIND} '{node.id}' is not whole in the store, or not as facts may be"
            todo = "run 'kg load' again: a load was cut off, or somebody changed it there"
            raise StoreError(Problem(what, todo=todo)) from error
    return facts


def withdrawn(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the node of a fact that we took back holds of it: `type` and its fields; empty if nothing.

    Args:
        properties: of the node.
    """
    try:
        whole = json.loads(properties.get("fact", ""))
    except ValueError:
        return {}
    return whole if isinstance(whole, dict) else {}


def _fields(plan: Shape, node: NodeRow, out: list[EdgeRow], into: list[EdgeRow]) -> dict[str, Any]:
    fields = _unflatten(plan, node.properties)
    fields["id"] = node.id
    for name, link in plan.links.items():
        found = sorted(
            (e for e in (into if link.reverse else out) if e.type == link.edge),
            key=lambda e: e.properties.get("position", 0),
        )
        ids = [e.start if link.reverse else e.end for e in found]
        if name in plan.one_of_two and (len(ids) > 1) != (name in plan.lists):
            ids = []
        if name in plan.lists:
            fields[name] = ids
        elif ids or plan.model.model_fields[name].is_required():
            fields[name] = ids[0] if ids else None
    for name, tie in plan.ties.items():
        found = sorted((e for e in out if e.type == tie.EDGE), key=lambda e: e.properties["position"])
        fields[name] = [_unflatten(shape(tie), e.properties) | {tie.TARGET: e.end} for e in found]
    return fields


def _unflatten(plan: Shape, properties: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name in plan.plain:
        if name in properties:
            value = properties[name]
            if name in plan.maps:
                value = dict(item.split(": ", 1) for item in value)
            elif name in plan.entries:
                value = [plan.entries[name].parts(item) for item in value]
            fields[name] = value
    for name, part in plan.parts.items():
        value = part.from_properties(plan.prefix + name, properties)
        if value is not None:
            fields[name] = value
    return fields
