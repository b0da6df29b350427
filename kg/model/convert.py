"""Facts to rows of nodes and edges, and back; pure, and the only place that knows both shapes."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, get_origin

from kg.errors import Problem, StoreError
from kg.model import OWNED, WITHDRAWN, together
from kg.model.chains import chains_of
from kg.model.derived import DERIVED, claim_properties, retracted, shortcuts
from kg.model.kinds import Entry, Fact, Link, Part, Strict, Tie, inner, links, registry, ties
from kg.model.review import live
from kg.model.rows import EdgeRow, Graph, NodeRow
from kg.model.weighing import TAKEN_BACK


@dataclass(frozen=True)
class Shape:
    """How the fields of one kind map to properties and edges."""

    model: type[Fact]
    links: dict[str, Link]
    parts: dict[str, type[Part]]
    ties: dict[str, type[Tie]]
    maps: frozenset[str]
    entries: dict[str, type[Entry]]
    plain: tuple[str, ...]
    prefix: str
    """What stands before the property names of its parts."""

    @cached_property
    def lists(self) -> frozenset[str]:
        """Reference fields that name several facts."""
        return frozenset(n for n in self.links if get_origin(self.model.model_fields[n].annotation) is list)

    @cached_property
    def one_of_two(self) -> frozenset[str]:
        """Reference fields that share their edge with another: one for a single fact, one for several."""
        ways = Counter((link.edge, link.reverse) for link in self.links.values())
        return frozenset(n for n, link in self.links.items() if ways[link.edge, link.reverse] > 1)


@cache
def shape(model: type[Fact | Tie]) -> Shape:
    """Read off a model which of its fields are references, parts, ties and plain values."""
    parts, maps, entries, plain = {}, set(), {}, []
    found, listed = links(model), ties(model)
    for name, info in model.model_fields.items():
        if name in found or name in listed or info.exclude:
            continue
        of = next((k for k in inner(info.annotation) if isinstance(k, type) and issubclass(k, Strict)), None)
        if of and issubclass(of, Part):
            parts[name] = of
            continue
        plain.append(name)
        if of and issubclass(of, Entry):
            entries[name] = of
        elif get_origin(info.annotation) is dict:
            maps.add(name)
    prefix = getattr(model, "PREFIX", "")
    return Shape(model, found, parts, listed, frozenset(maps), entries, tuple(plain), prefix)  # type: ignore[arg-type]


def _properties(value: Fact | Tie, skip: str = "") -> dict[str, Any]:
    plan, own = shape(type(value)), value.__dict__
    out: dict[str, Any] = {}
    for name in plan.plain:
        item = own[name]
        if not item and (item is None or item.__class__ is list or item.__class__ is dict):
            continue
        if name == skip:
            continue
        if name in plan.maps:
            item = [f"{key}: {text}" for key, text in sorted(item.items())]
        elif name in plan.entries:
            item = [str(entry) for entry in item]
        out[name] = item
    for name in plan.parts:
        part = own[name]
        if part is not None:
            for key, item in part.to_properties(plan.prefix + name).items():
                if item is not None:
                    out[key] = item
    return out


def _edges(fact: Fact, by_id: Mapping[str, Any]) -> Iterator[EdgeRow]:
    plan, own_fields, id = shape(type(fact)), fact.__dict__, fact.id
    for name, link in plan.links.items():
        value = own_fields[name]
        if not value:
            continue
        several = value.__class__ is list
        for order, other in enumerate(value if several else (value,)):
            start, end = (other, id) if link.reverse else (id, other)
            yield EdgeRow(
                link.edge, start, end, "", {"key": "", "position": order} if several else {"key": ""}
            )
    for name, tie in plan.ties.items():
        for order, item in enumerate(own_fields[name]):
            target, key = getattr(item, tie.TARGET), item.key
            own = _properties(item, skip=tie.TARGET) | item.derived(by_id.get(target))
            yield EdgeRow(tie.EDGE, id, target, key, {"key": key, "position": order, **own})


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

    What we took back is a node of its own label without edges, which holds the fact as JSON: no count has it.

    Args:
        fact: any fact.
        by_id: at least the speaker, the documents and the event that a claim names, and those who do
            something together in an event; without the claims that a claim relays the day of the first of
            them is left out.
    """
    kind = type(fact)
    if taken := getattr(fact, "withdrawn", None):
        whole = {"type": kind.KIND, **fact.model_dump(mode="json", exclude_defaults=True)}
        properties = {"id": fact.id, "caption": fact.caption, **taken.to_properties("withdrawn")}
        properties["fact"] = json.dumps(whole, ensure_ascii=False)
        return NodeRow(fact.id, (WITHDRAWN, OWNED), dict(sorted(properties.items()))), []
    properties = _properties(fact)
    properties["caption"] = fact.caption
    if kind.KIND == "claim":
        properties |= claim_properties(fact, by_id)
    else:
        properties |= together.properties(fact, by_id)
    node = NodeRow(fact.id, (*kind.LABELS, OWNED), dict(sorted(properties.items())))
    return node, [*_edges(fact, by_id), *shortcuts(fact, by_id)]


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
