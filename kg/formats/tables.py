"""Facts as tables: one for each kind with a column for each property, and one of the links between them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.formats.leaving import Loss
from kg.formats.text import harmless

if TYPE_CHECKING:
    from kg.model.kinds import Fact

LINKS = "links"
"""The table of links: their type, the ids of both ends, and their properties."""
BETWEEN = "; "


class Table(NamedTuple):
    """A table: names of columns, and rows in their order; what is unknown is None."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def tables(facts: Iterable[Fact]) -> tuple[dict[str, Table], Loss]:
    """Return the tables by name, and what they do not hold.

    Text that a spreadsheet would take for a formula begins with an apostrophe; several values of one
    property are one text with "; " between.
    """
    from kg.model.convert import rows_of

    every, loss = list(facts), Loss()
    graph = rows_of(every)
    kinds: dict[str, list[dict[str, Any]]] = {}
    for fact in every:
        node = graph.nodes[fact.id]
        own = {"id": fact.id, **{name: value for name, value in node.properties.items() if name != "id"}}
        kinds.setdefault(type(fact).PLURAL, []).append(own)
        if any(isinstance(value, list) for value in own.values()):
            loss.cut("lists as lists; they are text with '; ' between", fact.id)
    links = [
        {"type": edge.type, "from": edge.start, "to": edge.end, **edge.properties}
        for edge in sorted(graph.edges.values(), key=lambda row: row.identity)
    ]
    made = {name: _table(rows) for name, rows in sorted(kinds.items())}
    return {**made, LINKS: _table(links)}, loss


def _table(rows: list[dict[str, Any]]) -> Table:
    columns = tuple(dict.fromkeys(name for row in rows for name in row))
    return Table(columns, [tuple(_cell(row.get(name)) for name in columns) for row in rows])


def _cell(value: Any) -> Any:
    return harmless(BETWEEN.join(map(str, value)) if isinstance(value, list) else value)
