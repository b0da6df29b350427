"""Which rows of a graph the analyses read, asked of a store or picked from rows that were read already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from kg.model.day_text import MARKS
from kg.store import statements

if TYPE_CHECKING:
    from kg.model.rows import Graph
    from kg.store import Store

Row = tuple[Any, ...]


class Nodes(NamedTuple):
    """Nodes in columns, as `statements.node_columns` has them."""

    labels: tuple[str, ...]
    names: tuple[str, ...]
    has: tuple[str, ...] = ()

    def statement(self) -> str:
        """Return what to ask a store."""
        return statements.node_columns(self.labels, self.names, self.has)

    def picked(self, graph: Graph) -> Iterator[Row]:
        """Yield the same from rows."""
        wanted = frozenset(self.labels)
        for node in graph.nodes.values():
            own = node.properties
            if not wanted.isdisjoint(node.labels) and _fits(own, self.has):
                yield tuple(node.labels if name == "labels" else own.get(name) for name in self.names)


class Edges(NamedTuple):
    """Ids of both ends of edges, then properties, as `statements.edge_columns` has them."""

    start: str
    type: str
    end: str = ""
    names: tuple[str, ...] = ()
    has: tuple[str, ...] = ()

    def statement(self) -> str:
        """Return what to ask a store."""
        return statements.edge_columns(*self)

    def picked(self, graph: Graph) -> Iterator[Row]:
        """Yield the same from rows."""
        for edge in graph.edges.values():
            if edge.type == self.type and _fits(edge.properties, self.has):
                first, last = graph.nodes[edge.start].labels, graph.nodes[edge.end].labels
                if self.start in first and (not self.end or self.end in last):
                    yield edge.start, edge.end, *map(edge.properties.get, self.names)


class Table(Protocol):
    """Rows of one shape."""

    def statement(self) -> str:
        """Return what to ask a store."""

    def picked(self, graph: Graph) -> Iterator[Row]:
        """Yield the same from rows."""


Reader = Callable[[Table], Iterable[Row]]
"""Returns the rows of a table, in any order."""


def of_store(store: Store) -> Reader:
    """Return a reader that asks a store for each table; properties that no table names are never read."""
    return lambda table: store.query(table.statement(), {}).rows


def of_graph(graph: Graph) -> Reader:
    """Return a reader of rows."""
    return lambda table: table.picked(graph)


def _fits(properties: dict[str, Any], has: tuple[str, ...]) -> bool:
    return not has or any(properties.get(name) is not None for name in has)


class Spoken(NamedTuple):
    """Claims that claims are about, as id and caption."""

    def statement(self) -> str:
        """Return what to ask a store."""
        return statements.SPOKEN_OF

    def picked(self, graph: Graph) -> Iterator[Row]:
        """Yield the same from rows."""
        for claim in {edge.end: None for edge in graph.edges.values() if edge.type == "ABOUT"}:
            if "Claim" in (node := graph.nodes[claim]).labels:
                yield claim, node.properties["caption"]


_FIGURE = ("low", "high", "low_open", "high_open", "approximate", "vague", "unit", "measure", "mode", "stage")
_MORE = ("of", "currency", "total", "per")

CLAIMS = Nodes(
    ("Claim",),
    (
        "id",
        "stance",
        "hedge",
        "said_from",
        "said_to",
        "when_from",
        "when_to",
        "attribution",
        "speaker_id",
        "facet",
        "firsthand",
    ),
)
WORDED = Nodes(
    ("Claim",),
    ("id", "said_text", "when_text"),
    has=tuple(f"{field}_{part}" for field in ("said", "when") for part in MARKS),
)
"""Claims with a day that is more than its ends."""
FIGURES = Nodes(("Claim",), ("id", *_FIGURE, "wording", "how_many", *_MORE), has=("unit",))
SUBJECTS = Edges("Claim", "ABOUT")
TOPICS_OF = Edges("Claim", "ON_TOPIC", "Topic")
PRINTED = Edges("Claim", "CITED_IN", "Document", ("paragraph",))
RELAYS = Edges("Claim", "RELAYS", "Claim")
ANSWERS = Edges("Claim", "ANSWERS", "Claim")
ACTORS = Nodes(("Actor",), ("id", "name", "labels", "kind", "compiles"))
MEMBERS = Edges("Actor", "PART_OF", "Actor", ("since_from", "until_to"))
THINGS = Nodes(
    ("Event", "WeaponType", "Item", "Actor"),
    ("id", "name", "labels", "period_from", "period_to", "period_text", "stage"),
)
SPOKEN = Spoken()
PARTS = Edges("Event", "PART_OF_EVENT", "Event")
TYPES = Edges("Event", "OF_TYPE", "WeaponType")
DOCUMENTS = Nodes(("Document",), ("id", "published_to", "recorded_to", "caption", "kind", "file"))
OUTLETS = Edges("Document", "PUBLISHED_BY", "Organization")
COPIES = tuple(Edges("Document", edge, "Document") for edge in ("REPRINT_OF", "TRANSLATES"))
CORRECTIONS = Edges("Document", "CORRECTS", "Document")
SAME = tuple(Edges(label, "SAME_AS", label, ("judgement", "decided")) for label in ("Actor", "WeaponType"))
TOPICS = Nodes(("Topic",), ("id",))
DIFFERING = Edges(
    "Claim",
    "CITED_IN",
    "Document",
    (
        "paragraph",
        "start",
        "wording",
        "note",
        *(f"printed_{name}" for name in ("said_text", "said_from", "said_to")),
        *(f"printed_{name}" for name in ("when_text", "when_from", "when_to")),
        *(f"printed_quantity_{name}" for name in (*_FIGURE, "wording", *_MORE)),
    ),
    has=("wording", "note", "printed_said_text", "printed_when_text", "printed_quantity_unit"),
)
