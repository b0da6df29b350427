"""What every curated fact shares: an id, strictness, and edges declared beside its fields.

A kind also says what it is called, how it looks and what it is to pages; `kg.model.table` holds that as plain
data. A field is one of five things, and its annotation says which:

* a plain value or list of values: a property of the node;
* an `Id` (or list of ids) annotated with `Link`: edges to other facts;
* a `Part`: a small value of several properties (a span of days, a quantity), flattened onto the node;
* a list of `Entry`: a property that lists pairs (an identifier and its scheme), each as one text;
* a list of `Tie`: edges that carry properties of their own (a citation, a membership).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, Field, StringConstraints, model_validator

from kg.model.characters import NEVER, PLAIN
from kg.model.link_roles import LinkRole
from kg.model.looks import KindLook
from kg.model.parts import Strict, inner

Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80),
]
"""Stable and readable: lower case, digits and single hyphens (`kp`, `kp-ru-shells-2024`)."""

LongText = Annotated[
    str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True, pattern=PLAIN)
]
ShortText = Annotated[
    str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True, pattern=PLAIN)
]
Address = Annotated[str, StringConstraints(pattern=rf"^https?://[^\s{NEVER}]+$", max_length=2000)]
"""An address of the web."""
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


Role = Literal["actor", "event", "goods", "place", "document", "claim", "judgement", "topic"]
"""What a kind is on pages and in drawings, in the order of legends and lists.

Who acts and speaks, what is alleged, what is supplied, where; what prints it, who said it; what we decided,
and what is asked.
"""

Voice = Literal["", "state", "organization", "person", "unnamed"]
"""What an actor counts as when it speaks; `unnamed` is described only; empty for what is silent."""

Said = Mapping[str, tuple[str, ...]]
"""Words by language. Of a kind: one, and many. Of an edge: the verb between its ends, then what stands before
the end as read from the start, and before the start as read from the end. Of a property: its name."""


class FieldError(ValueError):
    """A fault that no single type shows, the path of the field to mend, what it takes and what to do."""

    def __init__(
        self, text: str, *path: str | int, expected: str = "", nearest: str | None = None, todo: str = ""
    ) -> None:
        """Keep the path and the remedy beside the text."""
        super().__init__(text)
        self.path = path
        self.expected = expected
        self.nearest = nearest
        self.todo = todo


@dataclass(frozen=True)
class Link:
    """The edge that a reference becomes.

    Attributes:
        edge: type of the edge, read as a sentence from start to end (`SAID_BY`).
        to: labels of which the referenced fact must have at least one.
        reverse: the edge runs from the referenced fact to this one
            (`(:State)-[:DELIVERED]->(:Shipment)` is declared on the shipment).
        role: what it is to pages and drawings.
        words: by language the verb, the words from the start and the words from the end; see `Said`.
    """

    edge: str
    to: tuple[str, ...]
    reverse: bool = False
    role: LinkRole = ""
    words: Said = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Called:
    """What a property is called on pages, in the annotation of its field, as `words` by language.

    Without it the words are made from the name of the field.
    """

    words: Mapping[str, str] = field(hash=False)


class Tie(Strict):
    """An edge with properties. `TARGET` names the field that holds the referenced id."""

    EDGE: ClassVar[str]
    TARGET: ClassVar[str]
    TO: ClassVar[tuple[str, ...]]
    KEY: ClassVar[tuple[str, ...]]
    """Fields that tell parallel edges between the same two nodes apart."""
    PREFIX: ClassVar[str] = ""
    """What stands before the properties that its parts become on the edge."""
    DERIVED: ClassVar[Mapping[str, str]] = {}
    """What `derived` may return, and what it holds: day, text, whole, decimal, truth or list."""
    ROLE: ClassVar[LinkRole] = ""
    """What it is to pages and drawings."""
    WORDS: ClassVar[Said] = {}
    """By language the verb, the words from the start and the words from the end."""

    @property
    def identity(self) -> tuple[Any, ...]:
        """What makes this the same edge: its target and the values of `KEY`."""
        return tuple(getattr(self, name) for name in (self.TARGET, *self.KEY))

    @property
    def key(self) -> str:
        """The values of `KEY` as text, by which its edge is told apart."""
        values = (getattr(self, name) for name in self.KEY)
        return "|".join("" if value is None else str(getattr(value, "text", value)) for value in values)

    def derived(self, target: Any) -> dict[str, Any]:
        """Return what else its edge carries: worked out on the way in and left out on the way back.

        Args:
            target: what is known of the referenced fact, None where nothing is.
        """
        return {}


class Fact(Strict):
    """One curated fact: a node and the edges that start (or, reversed, end) at it."""

    KIND: ClassVar[str]
    """Name of the kind in singular snake_case, as exports write it in `type`."""
    PLURAL: ClassVar[str]
    """The key under which seed files list facts of this kind."""
    LABELS: ClassVar[tuple[str, ...]]
    """Labels of the node, general before special (`("Actor", "State")`)."""
    ROLE: ClassVar[Role]
    """What the kind is on pages and in drawings."""
    WORDS: ClassVar[Said] = {}
    """By language one and many of the kind; without them they are made from `LABELS` and `PLURAL`."""
    LOOK: ClassVar[KindLook | None] = None
    """How it is drawn; without it as `kg.model.looks.DEFAULT_LOOKS` says for its role."""
    ORDER: ClassVar[int] = 50
    """Place in legends and lists among the kinds of its role; equal ones go by name."""
    VOICE: ClassVar[Voice] = ""
    """What it counts as when it speaks."""
    LASTING: ClassVar[bool] = False
    """Its days say how long it held, not when it happened."""
    OWN_LIST: ClassVar[bool] = False
    """Whether events of this kind stand under their own heading on the page of what they concern."""

    id: Id
    """Stable, readable, unique over all kinds; never reused for something else."""

    @property
    def caption(self) -> str:
        """The words to show for this fact."""
        return str(getattr(self, "name", self.id))

    def called(self, language: str) -> str:
        """Return the words to show in a language: the name in it where known, else the caption."""
        return getattr(self, f"name_{language}", None) or self.caption

    @model_validator(mode="after")
    def _refer_once(self) -> Self:
        own, id = self.__dict__, self.id
        for value in _references(type(self))(own):
            if value.__class__ is list:
                wrong = id in value or (len(value) > 1 and len(set(value)) < len(value))
            else:
                wrong = value == id
            if wrong:
                self._refuse_reference()
        for name, kind in ties(type(self)).items():
            listed = own[name]
            if not listed or (len(listed) == 1 and listed[0].__dict__[kind.TARGET] != id):
                continue
            edges = [tie.identity for tie in listed]
            if any(edge[0] == self.id or edge in edges[:index] for index, edge in enumerate(edges)):
                self._refuse(name, edges)
        return self

    def _refuse_reference(self) -> None:
        """Say which field names something twice, or the fact itself."""
        for name in links(type(self)):
            value = self.__dict__[name]
            if value.__class__ is list:
                self._refuse(name, [(other,) for other in value])
            elif value == self.id:
                raise FieldError(f"'{value}' refers to itself", name)

    def _refuse(self, name: str, edges: list[tuple[Any, ...]]) -> None:
        """Say which of some references is wrong."""
        for index, edge in enumerate(edges):
            if edge[0] == self.id:
                raise FieldError(f"'{edge[0]}' refers to itself", name, index)
            if edge in edges[:index]:
                raise FieldError(
                    f"'{edge[0]}' stands twice" if len(edge) == 1 else "the same stands there twice",
                    name,
                    index,
                )


@cache
def links(model: type[BaseModel]) -> dict[str, Link]:
    """Return the reference fields of a kind and the edges they become.

    Example:
        >>> from kg.model.kinds import registry
        >>> links(registry()["shipment"])["supplier"].edge
        'DELIVERED'
    """
    return {
        name: mark
        for name, field in model.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, Link)
    }


@cache
def _references(model: type[BaseModel]) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
    """Return what takes the values of the reference fields out of all of a kind."""
    names = tuple(links(model))
    return itemgetter(*names) if len(names) > 1 else lambda own: tuple(own[name] for name in names)


@cache
def ties(model: type[BaseModel]) -> dict[str, type[Tie]]:
    """Return the fields of a kind that list edges with properties.

    Example:
        >>> from kg.model.kinds import registry
        >>> ties(registry()["claim"])["cited"].EDGE
        'CITED_IN'
    """
    return {
        name: kind
        for name, field in model.model_fields.items()
        for kind in inner(field.annotation)
        if isinstance(kind, type) and issubclass(kind, Tie)
    }


@cache
def naming(model: type[Fact]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return where a kind names other facts.

    Each is a field, for a list of edges also the field of each edge that holds the id, and the labels wanted.

    Example:
        >>> from kg.model.kinds import registry
        >>> naming(registry()["claim"])[-1]
        ('cited', 'document', ('Document',))
    """
    return (
        *((name, "", link.to) for name, link in links(model).items()),
        *((name, tie.TARGET, tie.TO) for name, tie in ties(model).items()),
    )


Note = Annotated[LongText | None, Field(description="A remark of the curator in English; not a claim.")]
