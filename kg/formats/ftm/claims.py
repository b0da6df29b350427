"""Claims as links from who speaks to what is spoken of."""

from __future__ import annotations

from typing import Any

from kg.formats.ftm.days import days, whole
from kg.formats.ftm.entity import Entity
from kg.formats.ftm.whole import Whole
from kg.formats.leaving import called
from kg.model.stances import STANCES
from kg.model.weighing import WHOLE

_DONE = frozenset("stance facet speaker speakers stated_in about hedge paraphrase said mentions".split())


def claim(fact: Any, known: Whole) -> Entity | None:
    """Return the link from the speakers of a claim, or from the documents that print it, to what it is about.

    A claim about a claim goes to those who said that claim, and its role says so. None where what it is about
    becomes no thing.
    """
    targets, whose = _targets(fact, known)
    papers = known.papers(*(c.document for c in fact.cited))
    if not targets or not (papers or fact.voices):
        known.loss.leave_out(_why_not(fact, known), fact.id)
        return None
    entity = Entity(f"kg-{fact.id}", "UnknownLink" if fact.voices else "Documentation", fact.id)
    if fact.voices:
        entity.add("subject", *(f"kg-{id}" for id in fact.voices))
        entity.add("object", *targets)
    else:
        entity.add("document", *(known.papers(fact.stated_in or "") or papers))
        entity.add("entity", *targets)
    entity.add("role", _role(fact, whose))
    entity.add("status", "" if fact.hedge == "plain" else fact.hedge)
    entity.add("summary", fact.paraphrase, lang="eng")
    entity.add("recordId", fact.id)
    entity.add("proof", *papers)
    _said(fact, entity, known)
    _named(fact, entity, known)
    if fact.id in known.taken_back:
        entity.add("status", "taken back")
        entity.add("description", f"taken back, known on {known.taken_back[fact.id]}", lang="eng")
    if whose:
        known.say(entity, "about", f"about the claim: {fact.about}", "description")
    known.tell(entity, fact, set(_DONE), "description")
    return entity


def _why_not(fact: Any, known: Whole) -> str:
    if (
        fact.about in known.facts
        and fact.about not in known.schemas
        and type(known.facts[fact.about]).ROLE != "claim"
    ):
        kind = called(known.facts[fact.about]).many.lower()
        return f"claims about {kind}, for which FollowTheMoney has no schema"
    return "claims of which nothing that they rest on is exported"


def _targets(fact: Any, known: Whole) -> tuple[list[str], str]:
    """Return the entities that a claim is about, and in words whose they are where that is not itself."""
    if fact.about in known.schemas:
        return [f"kg-{fact.about}"], ""
    other = known.facts.get(fact.about)
    if other is None or type(other).ROLE != "claim":
        return [], ""
    if other.voices:
        return [f"kg-{id}" for id in other.voices], "a statement by"
    return known.papers(*(c.document for c in other.cited)), "a statement in"


def _role(fact: Any, whose: str) -> str:
    """Return the stance in words, and what of it: a facet, somebody's statement, a speaker without a name.

    The link is read from the speaker to what is spoken of.
    """
    verb = STANCES[fact.stance].words["en"].verb
    facet = "" if fact.facet == WHOLE else fact.facet.replace("-", " ")
    nameless = "" if fact.origins else "the speaker is not named"
    more = ", ".join(filter(None, (facet, whose, nameless)))
    return f"{verb} ({more})" if more else verb


def _said(fact: Any, entity: Entity, known: Whole) -> None:
    """Add the day of a claim, and in words what is no plain day."""
    for name, values in days(fact.said).items():
        entity.add(name, *values)
    entity.add("description", f"said: {_when(fact.said.text)}", lang="eng")
    if not whole(fact.said):
        known.say(entity, "said", f"said: {_when(fact.said.text)}", "description")


def _when(text: str) -> str:
    return f"on or before {text[3:]}" if text.startswith("../") else text


def _named(fact: Any, entity: Entity, known: Whole) -> None:
    """Add what else a claim names: actors by their names, all else in words."""
    for id in fact.mentions:
        if id in known.facts:
            entity.add("namesMentioned", known.name(id) if known.is_a(id, "LegalEntity") else None)
            known.say(entity, "mentions", f"mentions: {known.name(id)} ({id})", "description")
