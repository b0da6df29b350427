"""The material of a site, read from a store as known on its day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kg.analysis.votes import Ballots
from kg.model.convert import facts_of, rows_of
from kg.picture.contents import Seen
from kg.site.material import Material
from kg.site.options import Options
from kg.store import Store


@contextmanager
def read(store: Store, options: Options) -> Iterator[Material]:
    """Read a store; put what is published into a store of its own where that is not all.

    So nothing later than the day can show, and nothing to which no claim or document leads, such as the
    states of the world that a corpus begins with.

    Raises:
        StoreError: the store cannot be read.
    """
    from kg.analysis.asof import cut_facts
    from kg.analysis.marking import marks
    from kg.analysis.reading import world_of
    from kg.load.seeds import plan_facts
    from kg.store import connect

    graph = store.read()
    facts = cut_facts(facts_of(graph), options.as_of)
    own: Store | None = None
    if len(facts) < len(graph.nodes):
        own = connect("memory")
        own.collection, own.held_back = store.collection, store.held_back
        plan_facts(facts, own, "site").run()
        graph = rows_of(facts)
    try:
        world = world_of(graph)
        seen = Seen(
            graph,
            world,
            marks(world),
            options.as_of,
            options.language,
            ballots=Ballots(world),
            collection=store.collection,
            held_back=store.held_back,
        )
        yield Material(own or store, seen, facts, options)
    finally:
        if own is not None:
            own.close()
