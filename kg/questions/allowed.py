"""Which values a parameter can take: ids and values that the graph holds, for errors, help and completion."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.store import statements

if TYPE_CHECKING:
    from kg.questions.header import Parameter
    from kg.questions.types import Type
    from kg.store import Store


class Choice(NamedTuple):
    """One value that a parameter takes, and what it stands for: the caption of a node, else empty."""

    value: str
    help: str = ""


def allowed(parameter: Parameter, store: Store, start: str = "", limit: int | None = None) -> list[Choice]:
    """Return the values that a parameter can take in a graph, in alphabetical order.

    Args:
        parameter: of any question.
        store: where the graph lives; it is read, never written.
        start: only values that begin with this, as completion wants them.
        limit: the most values to return; None for all.

    Returns:
        For `id<Label>` the id and caption of each node with the label; for `value<Label.property>` the
        distinct values of the property; for `choice<...>` and `bool` the words; empty for the other types,
        which take anything that fits.

    Raises:
        StoreError: the store cannot answer.

    Example:
        >>> from kg.model.kinds.state import State
        >>> from kg.load.seeds import plan_facts
        >>> from kg.questions import library
        >>> from kg.store import connect
        >>> store = connect("memory")
        >>> plan_facts([State(id="kp", name="North Korea"), State(id="ru", name="Russia")], store, "x").run()
        >>> allowed(library.question("ledger").parameter("supplier"), store)
        [Choice(value='kp', help='North Korea'), Choice(value='ru', help='Russia')]
    """
    kind = parameter.type
    if kind.name or kind.words:
        words = _values(kind, store) if kind.name else kind.words
        return [Choice(word) for word in sorted(words) if word.startswith(start)][:limit]
    bounds = {"start": start, "most": 2**31 if limit is None else limit}
    nodes = [row for label in kind.labels for row in store.query(statements.choices(label), bounds).rows]
    return [Choice(id, caption or "") for id, caption in sorted(nodes, key=lambda row: row[0])[:limit]]


def occurs(kind: Type, value: str, store: Store) -> bool:
    """Return whether a value is among those that a parameter of this type can take; quick in a large graph.

    Raises:
        StoreError: the store cannot answer.
    """
    if not kind.label:
        return True
    if kind.name:
        return value in _values(kind, store)
    return any(store.query(statements.HAS_ID, {"id": value, "label": label}).rows for label in kind.labels)


def _values(kind: Type, store: Store) -> set[str]:
    """Return what the property holds, item by item where it holds lists."""
    rows = store.query(statements.values(kind.label, kind.name), {}).rows
    return {item for (value,) in rows for item in (value if isinstance(value, list) else [value])}
