"""The facts that are written, and what each of them becomes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from kg.formats.ftm.entity import Entity
from kg.formats.ftm.schemata import is_a
from kg.formats.ftm.sorts import schema_of
from kg.formats.ftm.words import rest
from kg.formats.leaving import Loss
from kg.model.derived import retracted
from kg.model.kinds import Fact
from kg.model.stances import STANCES

_OURS = ("minimum_claims", "minimum_roots")
"""Fields that mean nothing to others."""


@dataclass
class Whole:
    """All that is written, and what it loses.

    Attributes:
        facts: by id.
        loss: filled on the way.
    """

    facts: dict[str, Any]
    loss: Loss = field(default_factory=Loss)

    @classmethod
    def of(cls, facts: Sequence[Fact]) -> Whole:
        """Return it for some facts."""
        return cls({fact.id: fact for fact in facts})

    @cached_property
    def schemas(self) -> dict[str, str]:
        """The schema of each fact that becomes a thing, by id."""
        found = {id: schema_of(fact, self.facts) for id, fact in self.facts.items()}
        return {id: schema for id, schema in found.items() if schema}

    def is_a(self, id: str, schema: str) -> bool:
        """Return whether a fact becomes a thing of a schema."""
        return id in self.schemas and is_a(self.schemas[id], schema)

    @cached_property
    def claims(self) -> dict[str, list[Any]]:
        """The claims about each fact, by its id."""
        found: dict[str, list[Any]] = {}
        for fact in self.facts.values():
            if type(fact).ROLE == "claim":
                found.setdefault(fact.about, []).append(fact)
        return found

    @cached_property
    def taken_back(self) -> dict[str, Any]:
        """The claims that were taken back, by id, and since when."""
        return retracted(self.facts)

    def standing(self, event: str) -> str:
        """Return in a few words how an event stands: it is alleged, and who says what of it is counted."""
        stage = getattr(self.facts[event], "stage", None)
        counts = Counter(
            "Taken back" if one.id in self.taken_back else STANCES[one.stance].words["en"].heading
            for one in self.claims.get(event, ())
        )
        said = ", ".join(f"{count} {heading.lower()}" for heading, count in sorted(counts.items()))
        alleged = f"Alleged ({stage})" if stage else "Alleged"
        return f"{alleged}. Claims: {said or 'none'}. That it stands here does not say that it is so."

    def proof(self, id: str) -> list[str]:
        """Return the entities of the documents that print claims about a fact."""
        return self.papers(*(c.document for claim in self.claims.get(id, ()) for c in claim.cited))

    def papers(self, *ids: str) -> list[str]:
        """Return the entities of documents by the ids of these, each once."""
        return [f"kg-{id}" for id in dict.fromkeys(ids) if self.is_a(id, "Document")]

    def tell(self, entity: Entity, fact: Fact, done: set[str], at: str) -> None:
        """Put what is left of a fact into a property in words, and note in the loss what stands there."""
        for name, line in rest(fact, done, self.facts):
            if name in _OURS:
                self.loss.cut(f"'{name}', which guards our own files", fact.id)
            else:
                self.say(entity, name, line, at)

    def say(self, entity: Entity, field: str, line: str, at: str) -> None:
        """Put a line into a property, and note that a field stands in words alone."""
        entity.add(at, line, lang="eng")
        reason = f"'{field}', except in words"
        if entity.origin not in self.loss.part.get(reason, ())[-1:]:
            self.loss.cut(reason, entity.origin)

    def name(self, id: str) -> str:
        """Return what a fact is called."""
        return str(self.facts[id].caption)


def link_of(fact: str, field: str, other: str, number: int = 0) -> str:
    """Return the id of the entity of a link.

    Example:
        >>> link_of("deal", "part_of", "seller")
        'kg-deal.part-of.seller'
    """
    more = f".{number}" if number else ""
    return f"kg-{fact}.{field.replace('_', '-')}.{other}{more}"
