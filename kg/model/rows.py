"""Facts to rows of nodes and edges, and back; pure, and the only place that knows both shapes.

A node row has the labels of its kind plus `Kg`, which marks it as ours in a database that others share.
An edge is identified by its type, its two ends and a key, so that parallel edges are never merged.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any, NamedTuple, get_origin

from kg.model.kinds import Fact, Link, Part, Tie, inner, links, registry, ties
from kg.model.stances import SHORTCUTS, rule_of, shortcut_of, side_of
from kg.model.weighing import JOINT, takes_back

OWNED = "Kg"
"""The label on every node that we loaded."""

DERIVED: dict[str, str] = {
    **{edge: rule_of(edge) for edge in SHORTCUTS},
    "SAME_AS": "a judgement that both are the same; gone when the judgement is deleted",
}
"""Edges from an event to the actors that speak about it, and between facts judged to be the same: shortcuts
for people, never counted as sources."""


class NodeRow(NamedTuple):
    """One node: id, labels (general before special) and properties (id included)."""

    id: str
    labels: tuple[str, ...]
    properties: dict[str, Any]

    def __hash__(self) -> int:
        """Hash without the properties."""
        return hash(self[:2])


class EdgeRow(NamedTuple):
    """One edge: type, ids of start and end, the key that tells parallels apart, properties (key included)."""

    type: str
    start: str
    end: str
    key: str
    properties: dict[str, Any]

    def __hash__(self) -> int:
        """Hash without the properties."""
        return hash(self[:4])

    @property
    def identity(self) -> tuple[str, str, str, str]:
        """What makes this edge the same edge on the next load."""
        return self.type, self.start, self.end, self.key

    @property
    def position(self) -> int:
        """Its place among the edges that one field declares."""
        place = self.properties.get("position", 0)
        return place if isinstance(place, int) else 0


@dataclass(frozen=True)
class Graph:
    """All rows of a graph, nodes by id and edges by identity; arranged for following edges both ways.

    The rows must not change once an edge was followed.

    Example:
        >>> a, b = NodeRow("a", ("Claim",), {}), NodeRow("b", ("Claim",), {})
        >>> relay = EdgeRow("RELAYS", "a", "b", "", {})
        >>> Graph({"a": a, "b": b}, {relay.identity: relay}).ends("a", "RELAYS")
        ['b']
    """

    nodes: dict[str, NodeRow]
    edges: dict[tuple[str, str, str, str], EdgeRow]

    @cached_property
    def ordered(self) -> list[EdgeRow]:
        """The edges of which both ends are there, by type, position and identity."""
        both = (e for e in self.edges.values() if e.start in self.nodes and e.end in self.nodes)
        return sorted(both, key=lambda e: (e.type, e.position, e.identity))

    @cached_property
    def out(self) -> Mapping[str, list[EdgeRow]]:
        """The edges that leave each node, in order; a node that none leaves is not there."""
        return _grouped((edge.start, edge) for edge in self.ordered)

    @cached_property
    def into(self) -> Mapping[str, list[EdgeRow]]:
        """The edges that enter each node, in order; a node that none enters is not there."""
        return _grouped((edge.end, edge) for edge in self.ordered)

    @cached_property
    def _leaving(self) -> dict[tuple[str, str], list[EdgeRow]]:
        return _grouped(((edge.start, edge.type), edge) for edge in self.ordered)

    @cached_property
    def _entering(self) -> dict[tuple[str, str], list[EdgeRow]]:
        return _grouped(((edge.end, edge.type), edge) for edge in self.ordered)

    def leaving(self, node: str, edge_type: str) -> Sequence[EdgeRow]:
        """Return the edges of a type that leave a node, in order."""
        return self._leaving.get((node, edge_type), ())

    def entering(self, node: str, edge_type: str) -> Sequence[EdgeRow]:
        """Return the edges of a type that enter a node, in order."""
        return self._entering.get((node, edge_type), ())

    def ends(self, node: str, *edge_types: str) -> list[str]:
        """Return the ids at which edges of some types from a node end, each once."""
        return list(dict.fromkeys(e.end for one in edge_types for e in self.leaving(node, one)))

    def starts(self, node: str, *edge_types: str) -> list[str]:
        """Return the ids from which edges of some types come to a node, each once."""
        return list(dict.fromkeys(e.start for one in edge_types for e in self.entering(node, one)))

    def reached(self, start: Iterable[str], *edge_types: str, back: bool = False) -> set[str]:
        """Return some nodes and all to which edges of some types lead from them, at any remove.

        Args:
            start: ids.
            edge_types: along which to go.
            back: against the direction of the edges.
        """
        near = self.starts if back else self.ends
        found, todo = set(start), list(start)
        while todo:
            new = set(near(todo.pop(), *edge_types)) - found
            found |= new
            todo += new
        return found

    def overlaid(self, nodes: Iterable[NodeRow], edges: Iterable[EdgeRow]) -> Graph:
        """Return the graph with some rows in the place of its own; itself when it has the same."""
        new_nodes = {n.id: n for n in nodes if self.nodes.get(n.id) != n}
        new_edges = {e.identity: e for e in edges if self.edges.get(e.identity) != e}
        if not new_nodes and not new_edges:
            return self
        return Graph({**self.nodes, **new_nodes}, {**self.edges, **new_edges})


def _grouped[Key: Hashable](pairs: Iterable[tuple[Key, EdgeRow]]) -> dict[Key, list[EdgeRow]]:
    found: dict[Key, list[EdgeRow]] = {}
    for key, edge in pairs:
        found.setdefault(key, []).append(edge)
    return found


@dataclass(frozen=True)
class Shape:
    """How the fields of one kind map to properties and edges."""

    model: type[Fact]
    links: dict[str, Link]
    parts: dict[str, type[Part]]
    ties: dict[str, type[Tie]]
    maps: frozenset[str]
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
    parts, maps, plain = {}, set(), []
    found, listed = links(model), ties(model)
    for name, info in model.model_fields.items():
        if name in found or name in listed:
            continue
        part = next((k for k in inner(info.annotation) if isinstance(k, type) and issubclass(k, Part)), None)
        if part:
            parts[name] = part
        else:
            plain.append(name)
            if get_origin(info.annotation) is dict:
                maps.add(name)
    return Shape(model, found, parts, listed, frozenset(maps), tuple(plain), getattr(model, "PREFIX", ""))  # type: ignore[arg-type]


def _properties(value: Fact | Tie, skip: str = "") -> dict[str, Any]:
    plan = shape(type(value))
    out: dict[str, Any] = {}
    for name in plan.plain:
        item = getattr(value, name)
        if name == skip or item is None or item == [] or item == {}:
            continue
        if name in plan.maps:
            item = [f"{key}: {text}" for key, text in sorted(item.items())]
        out[name] = item
    for name in plan.parts:
        part = getattr(value, name)
        if part is not None:
            out.update((k, v) for k, v in part.to_properties(plan.prefix + name).items() if v is not None)
    return out


def _edges(fact: Fact) -> Iterator[EdgeRow]:
    plan = shape(type(fact))
    for name, link in plan.links.items():
        value = getattr(fact, name)
        for order, other in enumerate(value if isinstance(value, list) else [value] if value else []):
            start, end = (other, fact.id) if link.reverse else (fact.id, other)
            properties: dict[str, Any] = {"key": ""}
            if isinstance(value, list):
                properties["position"] = order
            yield EdgeRow(link.edge, start, end, "", properties)
    for name, tie in plan.ties.items():
        for order, item in enumerate(getattr(fact, name)):
            own = _properties(item, skip=tie.TARGET)
            key = "|".join(_text(getattr(item, k)) for k in tie.KEY)
            yield EdgeRow(
                tie.EDGE, fact.id, getattr(item, tie.TARGET), key, {"key": key, "position": order, **own}
            )


def _text(value: Any) -> str:
    return "" if value is None else str(getattr(value, "text", value))


def rows_of(facts: Iterable[Fact]) -> Graph:
    """Turn facts into rows.

    Args:
        facts: every fact of the graph; references must resolve among them.

    Returns:
        The graph: one node per fact, the declared edges, and the shortcut edges of `DERIVED`, each
        carrying the rule that made it. The order of the facts does not matter.

    Example:
        >>> from kg.model.kinds.state import State
        >>> rows_of([State(id="kp", name="North Korea")]).nodes["kp"].labels
        ('Actor', 'State', 'Kg')
    """
    by_id = {fact.id: fact for fact in facts}
    retracted = _retracted(by_id)
    nodes = {}
    edges = {}
    for fact in by_id.values():
        node, own = rows_for(fact, by_id)
        if fact.id in retracted:
            properties = dict(sorted({**node.properties, TAKEN_BACK: retracted[fact.id]}.items()))
            node = node._replace(properties=properties)
        nodes[fact.id] = node
        for edge in own:
            edges[edge.identity] = edge
    return Graph(dict(sorted(nodes.items())), dict(sorted(edges.items())))


def _retracted(by_id: Mapping[str, Any]) -> dict[str, date]:
    """Return for each claim that is taken back the day on which that was first known."""
    days: dict[str, date] = {}
    for fact in by_id.values():
        for other in taken_back_by(fact):
            claim = by_id.get(other)
            if claim is None or not takes_back(fact.voices, claim.voices):
                continue
            known = _known_from(fact, by_id), _known_from(claim, by_id)
            if known[0] is not None and known[1] is not None:
                days[other] = min(max(known[0], known[1]), days.get(other, date.max))
    return days


def taken_back_by(fact: Any) -> tuple[str, ...]:
    """Return the claims that a retraction answers: it takes them back if they are its own speakers' words."""
    return tuple(fact.answers) if type(fact).KIND == "claim" and side_of(fact.stance) == "back" else ()


def rows_for(fact: Fact, by_id: Mapping[str, Any]) -> tuple[NodeRow, list[EdgeRow]]:
    """Turn one fact into its node and the edges that it declares or that are derived from it.

    Args:
        fact: any fact.
        by_id: at least the speaker, the documents and the event that a claim names; without the claims that
            it relays the day of the first of them is left out.
    """
    properties = _properties(fact) | {"caption": fact.caption}
    if type(fact).KIND == "claim":
        properties |= _claim_extras(fact, by_id)
    node = NodeRow(fact.id, (*type(fact).LABELS, OWNED), dict(sorted(properties.items())))
    return node, [*_edges(fact), *_shortcuts(fact, by_id)]


def _claim_extras(claim: Any, by_id: Mapping[str, Any]) -> dict[str, Any]:
    """Return what presets read off a claim without following edges; every value is derived."""
    known = _known_from(claim, by_id)
    relayed = [
        day
        for other in claim.relays
        if other in by_id and (day := _known_from(by_id[other], by_id)) is not None
    ]
    names = [by_id[voice].caption for voice in sorted(claim.voices) if voice in by_id]
    extras: dict[str, Any] = {
        "said": claim.said.last,
        "side": side_of(claim.stance),
        "root": not claim.relays,
    }
    if known is not None:
        extras["known_from"] = known
    if relayed:
        extras[RELAYS_FROM] = min(relayed)
    if claim.voices:
        extras["speaker_id"] = JOINT.join(sorted(claim.voices))
    if names:
        extras["speaker_name"] = " and ".join(names)
    if claim.quantity:
        extras["how_many"] = claim.quantity.words()
    return extras


def _known_from(claim: Any, by_id: Mapping[str, Any]) -> date | None:
    return min((by_id[c.document].published.first for c in claim.cited if c.document in by_id), default=None)


RELAYS_FROM = "relays_from"
"""The property for the first day on which anything that a claim relays was known.

Before that day, and without the property, a claim is a root.
"""

TAKEN_BACK = "taken_back"
"""The property for the first day on which it was known that a claim's own speakers had taken it back."""

DERIVED_PROPERTIES = frozenset(
    {
        "caption",
        "said",
        "side",
        "root",
        "known_from",
        RELAYS_FROM,
        TAKEN_BACK,
        "speaker_id",
        "speaker_name",
        "how_many",
    }
)
"""Node properties that are computed on the way in and left out on the way back."""


def _shortcuts(fact: Any, by_id: Mapping[str, Any]) -> Iterator[EdgeRow]:
    if type(fact).KIND == "judgement" and fact.verdict == "same":
        own = {
            "key": fact.id,
            "judgement": fact.id,
            "by": fact.by,
            "decided": fact.decided.last,
            "rule": DERIVED["SAME_AS"],
        }
        yield EdgeRow("SAME_AS", fact.between[0], fact.between[1], fact.id, own)
    if type(fact).KIND != "claim" or (kind := shortcut_of(fact.stance)) is None:
        return
    about = by_id.get(fact.about)
    if about is None or "Event" not in type(about).LABELS:
        return
    properties: dict[str, Any] = {
        "key": fact.id,
        "claim": fact.id,
        "said": fact.said.last,
        "stance": fact.stance,
        "rule": DERIVED[kind],
        "relayed": bool(fact.relays),
    }
    if fact.quantity:
        properties |= {
            k: getattr(fact.quantity, k) for k in ("low", "high") if getattr(fact.quantity, k) is not None
        }
    for voice in fact.voices:
        yield EdgeRow(kind, fact.about, voice, fact.id, properties)


def facts_of(graph: Graph) -> list[Fact]:
    """Turn rows back into facts: the inverse of `rows_of`.

    Raises:
        ValueError: a node is of no known kind.
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
        model = kinds.get(frozenset(node.labels) - {OWNED})
        if model is None:
            raise ValueError(f"node '{node.id}' is of no known kind")
        facts.append(model.model_validate(_fields(shape(model), node, out[node.id], into[node.id])))
    return facts


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
            fields[name] = dict(item.split(": ", 1) for item in value) if name in plan.maps else value
    for name, part in plan.parts.items():
        value = part.from_properties(plan.prefix + name, properties)
        if value is not None:
            fields[name] = value
    return fields
