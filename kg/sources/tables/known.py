"""What the corpus knows already: ids, and the names under which a table may mean them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePath
from typing import Any

from kg.language.fold import squeezed
from kg.model.kinds import Fact
from kg.sources.located import Seeds

_NAMED = ("actor", "goods", "place", "topic", "document")
"""Roles of facts that tables name."""


class Known:
    """The facts of a corpus by id and by name.

    Example:
        >>> from kg.model.kinds import registry
        >>> state = registry()["state"](id="bb", name="Betaland", known_as=["Republic of Beta-Land"])
        >>> known = Known([state])
        >>> known.find(["state"], "BETALAND"), known.find(["state"], "republic of betaland")
        ('bb', 'bb')
        >>> known.find(["place"], "Betaland")
    """

    def __init__(self, facts: Iterable[Fact] = ()) -> None:
        """Arrange the facts by their names."""
        self.kinds: dict[str, type[Fact]] = {}
        self.facts: dict[str, Fact] = {}
        self._names: dict[str, list[str]] = {}
        self._identified: dict[tuple[str, str], str] = {}
        for fact in facts:
            kind = type(fact)
            self.kinds[fact.id] = kind
            if kind.ROLE in _NAMED:
                self.facts[fact.id] = fact
                for name in {squeezed(name) for name in _names(fact)}:
                    self._names.setdefault(name, []).append(fact.id)
                for scheme, value in _identifiers(fact):
                    self._identified.setdefault((scheme, value.casefold()), fact.id)

    def identified(self, scheme: str, value: str) -> str | None:
        """Return the id of the fact that a register calls so; None for nobody.

        Args:
            scheme: the register, `iso` for the code of a state, or `url` for the address of a document.
            value: what it calls it.

        Example:
            >>> from kg.model.kinds import registry
            >>> Known([registry()["state"](id="beta", name="Betaland", iso="BB")]).identified("iso", "bb")
            'beta'
        """
        return self._identified.get((scheme, value.casefold()))

    def find(self, kinds: Collection[str], name: str) -> str | None:
        """Return the id of the only fact of some kinds with a name; None for nobody, and for several."""
        found = [id for id in self._names.get(squeezed(name), ()) if self.kinds[id].KIND in kinds]
        return found[0] if len(found) == 1 else None


def known_in(seeds: Seeds, apart_from: str = "") -> Known:
    """Return what a corpus knows, without what an import brought that is made anew.

    Args:
        seeds: the corpus.
        apart_from: id of the document whose import is made anew.
    """
    own = f"{apart_from}.jsonl.gz"
    return Known(item.fact for item in seeds.located if not apart_from or PurePath(item.file).name != own)


def _identifiers(fact: Any) -> Iterator[tuple[str, str]]:
    yield from ((one.scheme, one.value) for one in getattr(fact, "identifiers", ()))
    yield from ((name, value) for name in ("iso", "url") if (value := getattr(fact, name, None)))


def _names(fact: Any) -> list[str]:
    return [name for name in getattr(fact, "names", None) or [fact.caption] if name]
