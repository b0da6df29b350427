"""The links of facts: what we hold ourselves as it is, what is alleged with that word and its papers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.formats.ftm.codes import country
from kg.formats.ftm.days import days, whole
from kg.formats.ftm.entity import Entity
from kg.formats.ftm.sorts import linked
from kg.formats.ftm.whole import Whole, link_of
from kg.model.base import Link

_ALLEGED = ", as alleged"


def links(fact: Any, entity: Entity, known: Whole) -> Iterator[Entity]:
    """Yield an entity for each link of a fact that becomes a thing; what has no place stands in its words.

    Args:
        fact: any fact but a claim.
        entity: what it became; keywords, places and words are added to it.
        known: all facts.
    """
    for name, (link, ids) in linked(fact).items():
        for other in ids:
            if other in known.facts and not _property(link, other, entity, known):
                if other in known.schemas:
                    yield _link(fact, name, link, other, known)
                else:
                    entity.add("keywords", known.name(other))
                    known.say(entity, name, f"{name.replace('_', ' ')}: {known.name(other)}", "notes")
    for number, tie in enumerate(getattr(fact, "part_of", ())):
        yield _member(fact, number, tie, known)
    yield from _direct(fact, known)


def _property(link: Link, other: str, entity: Entity, known: Whole) -> bool:
    """Put a link into a property of the thing itself, where it has one; return whether that says it all."""
    if link.role == "place" and entity.has("location"):
        entity.add("location", known.name(other))
        entity.add("addressEntity", f"kg-{other}")
        return True
    if link.role in ("origin", "destination") and entity.schema == "Trip":
        entity.add("startLocation" if link.role == "origin" else "endLocation", f"kg-{other}")
        return True
    if link.role == "publisher":
        entity.add("publisher", known.name(other))
    if known.is_a(other, "Folder") and entity.has("parent"):
        entity.add("parent", f"kg-{other}")
        return True
    iso = country(getattr(known.facts[other], "iso", None))
    name = "flag" if link.edge == "UNDER_FLAG_OF" else "country"
    if iso and link.edge in ("UNDER_FLAG_OF", "BASED_IN", "MADE_IN") and entity.has(name):
        entity.add(name, iso)
        return True
    return False


def _link(fact: Any, name: str, link: Link, other: str, known: Whole) -> Entity:
    noun = _noun(link)
    if type(fact).ROLE == "document":
        entity = Entity(link_of(fact.id, name, other), "Documentation", fact.id)
        ends = ("document", "entity")
    else:
        entity = Entity(link_of(fact.id, name, other), "UnknownLink", fact.id)
        ends = ("object", "subject") if link.reverse else ("subject", "object")
    entity.add(ends[0], f"kg-{fact.id}")
    entity.add(ends[1], f"kg-{other}")
    entity.add("recordId", fact.id)
    if type(fact).ROLE == "event":
        _as_alleged(entity, fact, noun, known)
    else:
        entity.add("role", noun)
    return entity


def _noun(link: Link) -> str:
    """Return what the other end of a link is to the fact that declares it."""
    words = link.words.get("en", ())
    place = 2 if link.reverse else 1
    return words[place] if len(words) > place else (words or (link.edge.lower().replace("_", " "),))[0]


def _as_alleged(entity: Entity, fact: Any, role: str, known: Whole) -> None:
    """Mark a link as what is said only, with the papers that say it."""
    entity.add("role", role if role.endswith(_ALLEGED) else f"{role}{_ALLEGED}")
    entity.add("status", "alleged")
    entity.add("summary", f"{known.name(fact.id)}: {known.standing(fact.id)}", lang="eng")
    entity.add("proof", *known.proof(fact.id))


def _member(fact: Any, number: int, tie: Any, known: Whole) -> Entity:
    """Return a membership; where an end can be none by the model, a link that calls it so."""
    fits = known.is_a(fact.id, "LegalEntity") and known.is_a(tie.actor, "Organization")
    entity = Entity(
        link_of(fact.id, "part_of", tie.actor, number), "Membership" if fits else "UnknownLink", fact.id
    )
    entity.add("member" if fits else "subject", f"kg-{fact.id}")
    entity.add("organization" if fits else "object", f"kg-{tie.actor}")
    entity.add("role", tie.role or "belongs to")
    for name, limit in (("startDate", tie.since), ("endDate", tie.until)):
        if limit and whole(limit) and "/" not in limit.text:
            entity.add(name, limit.text)
        elif limit:
            known.say(entity, "part_of", f"{name[:-4]}: {limit.text}", "description")
    return entity


def _direct(fact: Any, known: Whole) -> Iterator[Entity]:
    """Yield the alleged relation itself, from the one of whom it is said to the other."""
    ends = {link.role: ids[0] for link, ids in linked(fact).values() if ids}
    subject, other = ends.get("subject", ""), ends.get("object", "")
    if type(fact).ROLE != "event" or subject not in known.schemas or other not in known.schemas:
        return
    entity = Entity(link_of(fact.id, "relation", other), "UnknownLink", fact.id)
    entity.add("subject", f"kg-{subject}")
    entity.add("object", f"kg-{other}")
    entity.add("recordId", fact.id)
    _as_alleged(entity, fact, str(getattr(fact, "relation", "related")).replace("-", " "), known)
    if fact.period:
        entity.add("description", f"When, as alleged: {fact.period.text}", lang="eng")
        if not fact.period.text.startswith(".."):
            for name, values in days(fact.period).items():
                entity.add(name, *values)
    yield entity
