"""Sites that the tests look at, each made once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple

import pytest

from kg.load.seeds import plan_facts
from kg.site import Options, Site, build
from kg.site.publication import read
from kg.sources.seeds import load
from kg.store import Store, connect
from tests import first
from tests.second import SEEDS
from tests.site import hostile
from tests.site.reading import Parsed

BASE = "https://example.org/desk/arms/"
EVERYTHING = """\
title: Arms & the rest <b>
publisher: {name: Example Desk </script>, url: "https://example.org"}
byline: The desk
contact: desk@example.org
licence: CC-BY-4.0
corrections: Write to us.
"""


class Built(NamedTuple):
    """A site, its pages parsed, and the facts it was made from by id."""

    site: Site
    pages: Mapping[str, Parsed]
    facts: Mapping[str, Any]

    @property
    def files(self) -> Mapping[str, bytes]:
        return self.site.files


@contextmanager
def stored(facts: Iterable[Any]) -> Iterator[Store]:
    """Put facts into a store in memory."""
    store = connect("memory")
    try:
        plan_facts(facts, store, "test").run()
        yield store
    finally:
        store.close()


def built(facts: Iterable[Any], options: Options = Options()) -> Built:  # noqa: B008  # a plain tuple
    facts = list(facts)
    with stored(facts) as store:
        site = build(store, options)
    pages = {path: Parsed(content.decode()) for path, content in site.files.items() if path.endswith(".html")}
    return Built(site, pages, {fact.id: fact for fact in facts})


CORPORA: Mapping[str, Callable[[], list[Any]]] = {
    "first": first.facts,
    "second": lambda: load(SEEDS).facts,
    "hostile": hostile.facts,
}
"""The corpus that comes with the program, the small one which has every kind, and one full of payloads."""


@cache
def site_of(corpus: str, options: Options = Options()) -> Built:  # noqa: B008  # a plain tuple
    """Return a site that nobody changes, made when it is first asked for."""
    return built(CORPORA[corpus](), options)


@pytest.fixture(scope="session")
def second_facts(small: Built) -> list[Any]:
    """The small invented corpus."""
    return list(small.facts.values())


@pytest.fixture(scope="session")
def small() -> Built:
    """Its site."""
    return site_of("second")


@pytest.fixture(scope="session")
def corpus_site() -> Built:
    """The site of the corpus that comes with the program."""
    return site_of("first")


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small one, to be published: with an address, a publisher and its terms."""
    file = tmp_path_factory.mktemp("desk") / "site.yaml"
    file.write_text(EVERYTHING)
    own = read(file)
    return built(load(SEEDS).facts, Options(base_url=BASE, title=own.title or "", publication=own))
