"""What states, people, organizations and unnamed sources have in common."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints, model_validator

from kg.model.base import Fact, FieldError, Id, Link, LinkRole, Note, Role, Said, ShortText, Tie, Voice
from kg.model.citation import CitedName
from kg.model.span import Limit

Wikidata = Annotated[str, StringConstraints(pattern=r"^Q[1-9][0-9]*$")]


class Membership(Tie):
    """Belonging to a larger actor, in a role, for a time."""

    EDGE: ClassVar[str] = "PART_OF"
    TARGET: ClassVar[str] = "actor"
    TO: ClassVar[tuple[str, ...]] = ("Actor",)
    KEY: ClassVar[tuple[str, ...]] = ("role", "since", "until")
    ROLE: ClassVar[LinkRole] = "member"
    WORDS: ClassVar[Said] = {
        "en": ("belongs to", "Belongs to", "Members"),
        "de": ("gehört zu", "Gehört zu", "Mitglieder"),
    }

    # (:Actor)-[:PART_OF {role, since, until}]->(:Actor)
    actor: Id
    """Id of the state or organization that this actor belongs to."""
    role: ShortText | None = None
    """Office or function in English ("spokesperson")."""
    since: Limit | None = None
    """First day, where a text gives it."""
    until: Limit | None = None
    """Last day, where a text gives it."""

    @model_validator(mode="after")
    def _in_order(self) -> Membership:
        since, until = self.since and self.since.first, self.until and self.until.last
        if since and until and since > until:
            raise FieldError("ends before it begins", "until")
        return self


class Named(Fact):
    """A fact with a name that texts spell in several ways."""

    name: ShortText
    """The name in English as the field uses it."""
    name_de: ShortText | None = None
    """The name in German, where it is another one and known; outside knowledge."""
    aliases: list[CitedName] = Field(default=[])
    """Other names that a cited text equates with this one."""
    known_as: list[ShortText] = Field(default=[])
    """Other spellings and scripts of the same name, from outside the texts (marked as outside knowledge)."""
    wikidata: Wikidata | None = None
    """Wikidata id where certain; outside knowledge."""
    note: Note = None

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name: the main one, that in German, other spellings, those that a text equates."""
        german = (self.name_de,) if self.name_de else ()
        return self.name, *german, *self.known_as, *(alias.name for alias in self.aliases)


class Actor(Named):
    """Someone who speaks, supplies, receives or publishes."""

    ROLE: ClassVar[Role] = "actor"
    VOICE: ClassVar[Voice] = "organization"

    part_of: list[Membership] = Field(default=[])
    """The larger actors this one belongs to, and for which it can speak."""
    # (:Actor)-[:BASED_IN]->(:State)
    country: Annotated[
        Id | None,
        Link(
            "BASED_IN",
            ("State",),
            words={
                "en": ("is based in", "Country", "Based here"),
                "de": ("sitzt in", "Land", "Hier ansässig"),
            },
        ),
    ] = None
    """The state in which it sits without speaking for it (a university, an outlet, a company)."""
