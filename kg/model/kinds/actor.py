"""What states, people, organizations and unnamed sources have in common."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, model_validator

from kg.errors import with_article
from kg.model.base import Fact, FieldError, Id, Link, Note, Role, Said, ShortText, Tie, Voice
from kg.model.citation import CitedName
from kg.model.identifier import Identifier
from kg.model.link_roles import LinkRole
from kg.model.schemes import SCHEMES, codes_of
from kg.model.span import Limit

SHORT = "wikidata"
"""The one identifier that facts may also have in a field of its own."""


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
    """The name as the field uses it, in the first language of the corpus, mostly English."""
    name_de: ShortText | None = None
    """The name in German, where it is another one, known, and wanted; outside knowledge."""
    aliases: list[CitedName] = Field(default_factory=list)
    """Other names that a cited text equates with this one."""
    known_as: list[ShortText] = Field(default_factory=list)
    """Other spellings and scripts of the same name, from outside the texts (marked as outside knowledge)."""
    identifiers: list[Identifier] = Field(default_factory=list)
    """What registers call it, where certain; outside knowledge where no text gives it."""
    note: Note = None

    @property
    def codes(self) -> tuple[str, ...]:
        """Return what registers and makers call it, each behind what it is."""
        return codes_of(map(str, self.identifiers), None, None)

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        """Read `wikidata: Q423`, as facts had it before they had identifiers, as one of them."""
        if not isinstance(value, dict) or SHORT not in value:
            return value
        fields = {key: item for key, item in value.items() if key != SHORT}
        others = fields.get("identifiers", [])
        if (short := value[SHORT]) is None or not isinstance(others, list):
            return fields
        if not isinstance(short, str) or not re.fullmatch(SCHEMES[SHORT].pattern, short):
            raise FieldError(f"{short!r} is no {SCHEMES[SHORT].name}", SHORT, expected=SCHEMES[SHORT].form)
        return fields | {"identifiers": [*others, {"scheme": SHORT, "value": short}]}

    @model_validator(mode="before")
    @classmethod
    def _in_its_registers(cls, value: Any) -> Any:
        """Refuse the scheme of other facts before its number is looked at, which may be right elsewhere."""
        listed = value.get("identifiers") if isinstance(value, dict) else None
        for index, one in enumerate(listed if isinstance(listed, list) else ()):
            name = one.get("scheme") if isinstance(one, dict) else getattr(one, "scheme", None)
            scheme = SCHEMES.get(name) if isinstance(name, str) else None
            if scheme and not scheme.calls(cls.KIND):
                own = [other for other, each in SCHEMES.items() if each.calls(cls.KIND)]
                kinds = " or ".join(map(with_article, scheme.kinds))
                raise FieldError(
                    f"'{name}' is for {kinds}, not for {with_article(cls.KIND)}",
                    *("identifiers", index, "scheme"),
                    expected=f"one of {', '.join(own)}",
                    nearest=next(
                        (o for o in own if scheme.prefix and SCHEMES[o].prefix == scheme.prefix), None
                    ),
                )
        return value

    @model_validator(mode="after")
    def _identified_once(self) -> Self:
        for index, one in enumerate(self.identifiers):
            if one in self.identifiers[:index]:
                raise FieldError(f"'{one.value}' stands twice", "identifiers", index)
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name: the main one, that in German, other spellings, those that a text equates."""
        german = (self.name_de,) if self.name_de else ()
        return self.name, *german, *self.known_as, *(alias.name for alias in self.aliases)


class Actor(Named):
    """Someone who speaks, supplies, receives or publishes."""

    ROLE: ClassVar[Role] = "actor"
    VOICE: ClassVar[Voice] = "organization"

    part_of: list[Membership] = Field(default_factory=list)
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
