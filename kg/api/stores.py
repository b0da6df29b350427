"""Opening a store from a program."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.load.opening import ready
from kg.model.sharing import Only

if TYPE_CHECKING:
    from kg.store import Store


def open_store(
    where: str | Path | None = None,
    *,
    seeds: str | Path | None = None,
    timeout: float | None = None,
    collection: str | None = None,
    mark: str | None = None,
    reviewed: bool = False,
) -> Store:
    """Open a graph to ask questions of.

    Without arguments it is the same as on the command line: the server named by NEO4J_URI, else the file of
    the corpus that is open (the nearest `kg.toml` upwards, or KG_CORPUS; KG_SEEDS names other facts), which
    is built first when it is missing or older than the facts.

    Args:
        where: path of an embedded file, `memory`, or a Neo4j address; user and password of a server come from
            NEO4J_USERNAME and NEO4J_PASSWORD.
        seeds: folder of the facts that the default file and `memory` are built from.
        timeout: seconds after which a server ends a question; the embedded engine always does after 30.
        collection: id or name of a collection of documents to open alone: a graph of what they say.
        mark: leave out what is marked more strictly: clear, green, amber, amber+strict or red.
        reviewed: leave out claims that nobody but who entered them has accepted as they are.

    Returns:
        A store; close it, or open it in a `with` block. Its `held_back` says how much `mark` and `reviewed`
        leave out. A store older than the facts gives a warning.

    Raises:
        CallError: there is no such folder, collection or mark, or the address is wrong.
        SeedError: the facts are wrong.
        StoreError: the store holds nothing of ours, or cannot be read.

    Example:
        >>> import kg
        >>> with kg.open_store("memory", collection="kp-ru") as store:
        ...     len(kg.ask("index", store=store))
        5
    """
    return ready(
        str(where) if where is not None else None,
        str(seeds) if seeds is not None else None,
        timeout,
        told=lambda note: warnings.warn(note, stacklevel=3),
        carry_out=lambda plan: plan.run(),
        only=Only(collection, mark, reviewed),
    )


@contextmanager
def borrowed(store: Store | None, collection: str | None = None) -> Iterator[Store]:
    """Yield the store given, or the default one, which is closed afterwards; or one collection of it."""
    if store is None:
        with open_store(collection=collection) as opened:
            yield opened
    elif collection is None:
        yield store
    else:
        from kg.load.narrowed import narrowed

        yield narrowed(store, Only(collection), lambda note: None, lambda plan: plan.run())
