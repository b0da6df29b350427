"""The material of a site, read from a store as known on its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager

from kg.analysis.votes import Ballots
from kg.model.convert import facts_of, rows_of
from kg.model.kinds import Fact
from kg.picture.contents import Seen
from kg.site.asking import answers_of
from kg.site.material import Material
from kg.site.options import Options
from kg.site.published import Published
from kg.store import Store
from kg.system.leftovers import Folder
from kg.system.memory import give_back


@contextmanager
def read(store: Store, options: Options) -> Iterator[Material]:
    """Read a store, and arrange what is published; see `arranged`.

    Raises:
        StoreError: the store cannot be read.
    """
    with arranged(published(store, options)) as material:
        yield material


def published(store: Store, options: Options) -> Published:
    """Return the facts of a store that a site publishes.

    These are nothing later than its day, and nothing to which no claim or document leads, such as the states
    of the world that a corpus begins with.

    Raises:
        StoreError: the store cannot be read.
    """
    from kg.analysis.asof import cut_facts

    graph = store.read()
    facts = cut_facts(facts_of(graph), options.as_of)
    return Published(store, options, facts, len(facts) == len(graph.nodes))


@contextmanager
def arranged(known: Published) -> Iterator[Material]:
    """Arrange the facts of a site, after the store was asked: an engine needs room that the material takes.

    Facts that are not all of the store are put into one of their own.

    Raises:
        StoreError: the store cannot be read.
    """
    from kg.analysis.marking import marks
    from kg.analysis.reading import world_of

    with ExitStack() as stack:
        store = known.store if known.whole else stack.enter_context(_own(known.facts, known.store))
        give_back()
        asked = stack.enter_context(answers_of(store, known.options.as_of))
        graph = rows_of(known.facts)
        world = world_of(graph)
        seen = Seen(
            graph,
            world,
            marks(world),
            known.options.as_of,
            known.options.language,
            ballots=Ballots(world),
            collection=store.collection,
            held_back=store.held_back,
        )
        yield Material(store, seen, known.facts, known.options, asked)


@contextmanager
def _own(facts: Iterable[Fact], store: Store) -> Iterator[Store]:
    """Yield a store that holds some facts only, in a temporary file, which takes less room than memory."""
    from kg.load.seeds import plan_facts
    from kg.store import connect

    with Folder() as folder:
        own = connect(str(folder / "site.grafeo"))
        own.collection, own.held_back = store.collection, store.held_back
        try:
            plan_facts(facts, own, "site").run()
            yield own
        finally:
            own.close()
