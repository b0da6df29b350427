"""Facts that know where somebody wrote them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

from pydantic import ValidationError

from kg.errors import Location, Problem
from kg.model.characters import odd
from kg.model.kinds import Fact
from kg.model.kinds.document import Document
from kg.model.parts import Strict
from kg.model.pydantic_errors import problems_of
from kg.sources import texts, yaml_tree
from kg.sources.misplaced import misplaced
from kg.sources.references import field
from kg.sources.yaml_tree import Node


@dataclass(frozen=True)
class Written:
    """What somebody wrote as a fact of a kind, right or wrong, and where it stands."""

    model: type[Fact]
    value: Any
    """The fact when it is valid, else the fields as they were written."""
    file: str
    node: Node

    @property
    def id(self) -> str:
        """The id; empty when it is none."""
        value = field(self.value, "id")
        return value if isinstance(value, str) and odd(value) is None else ""

    @property
    def withdrawn(self) -> bool:
        """Whether somebody wrote that we took it back."""
        return bool(field(self.value, "withdrawn"))

    def place(self, *path: str | int, key: bool = False) -> Location:
        """Return the place of a field, or of the fact itself without arguments."""
        return yaml_tree.place_in(self.file, self.node, path, key)


@dataclass(frozen=True)
class Located[F: Fact](Written):
    """A valid fact and where it stands."""

    value: F

    @property
    def fact(self) -> F:
        """The fact."""
        return self.value


@dataclass(frozen=True)
class Seeds:
    """Every fact below one folder, valid and with all references resolved.

    Attributes:
        located: the facts.
        unmatched: reviews of imported facts that are no more.
    """

    located: tuple[Located[Fact], ...]
    unmatched: tuple[Problem, ...] = ()

    def of[F: Fact](self, kind: type[F]) -> list[Located[F]]:
        """Return the facts of a class, such as `Claim` or `Event`, in the order of files and lines."""
        return [cast("Located[F]", item) for item in self.located if isinstance(item.fact, kind)]

    @property
    def facts(self) -> list[Fact]:
        """The facts alone, in the order of files and lines."""
        return [item.fact for item in self.located]


def validated(model: type[Fact], value: Any, file: str, node: Node) -> tuple[Written, list[Problem]]:
    """Return a located fact, or what was written and every problem with it."""
    try:
        fact = model.model_validate(value)
    except ValidationError as error:
        if other := misplaced(model, value, file, node):
            return Written(model, value, file, node), [other]
        problems = problems_of(error, model, value, partial(yaml_tree.place_in, file, node))
        return Written(model, value, file, node), problems
    _share(fact)
    located = Located(model, fact, file, node)
    wrong = leads_out(fact)
    return located, [wrong._replace(where=located.place("file"))] if wrong else []


_NAMED: dict[frozenset[str], set[str]] = {}
"""Names of fields that facts give, each once: alone they would take a third of the room of a corpus."""
_MOST = 10_000


def _share(value: Strict) -> None:
    """Let a fact and what is in it share the names of the fields given; a copy has its own."""
    own = value.model_fields_set
    if len(_NAMED) > _MOST:
        _NAMED.clear()
    object.__setattr__(value, "__pydantic_fields_set__", _NAMED.setdefault(frozenset(own), own))
    for _, held in value:
        for one in held if isinstance(held, list) else (held,):
            if isinstance(one, Strict):
                _share(one)


def leads_out(fact: Fact) -> Problem | None:
    """Return what is wrong with the name of the text of a document that lies elsewhere than all texts."""
    named = getattr(fact, "file", None) if fact.KIND == Document.KIND else None
    return texts.outside(named, f"document '{fact.id}'") if named else None


def in_order(problems: Sequence[Problem]) -> list[Problem]:
    """Return problems in the order of file and line, each behind what it follows from."""
    return sorted(problems, key=lambda p: (p.cause or p.where or Location(""), bool(p.cause), p.what))
