"""The material of a site, read from a store as known on its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager

from kg.analysis.votes import Ballots
from kg.model.convert import facts_of, rows_of
from kg.model.kinds import Fact
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.picture.contents import Seen
from kg.site.asking import answers_of
from kg.site.inputs import inputs
from kg.site.material import Material, hash_of
from kg.site.options import Options
from kg.site.published import Published, pack
from kg.sources.json_lines import lines
from kg.store import Store
from kg.system.leftovers import Folder
from kg.system.memory import give_back


def published(store: Store, options: Options) -> Published:
    """Return the facts of a store that a site publishes.

    These are nothing later than its day, and nothing to which no claim or document leads, such as the states
    of the world that a corpus begins with.

    Raises:
        StoreError: the store cannot be read.
    """
    from kg.analysis.asof import cut_facts

    graph = store.read()
    facts, all_ = cut_facts(facts_of(graph), options.as_of), len(graph.nodes)
    del graph
    documents = [fact for fact in facts if isinstance(fact, Document)]
    total = inputs(options, store, hash_of(lines(facts)), documents)
    claims = any(isinstance(fact, Claim) for fact in facts)
    return Published(store, options, pack(facts), len(facts) == all_, not claims, total)


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
        store = known.store if known.whole else stack.enter_context(_own(known.facts(), known.store))
        give_back()
        asked = stack.enter_context(answers_of(store, known.options.as_of))
        facts = known.facts()
        graph = rows_of(facts)
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
        yield Material(store, seen, facts, known.options, asked)


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
            del facts
            yield own
        finally:
            own.close()
