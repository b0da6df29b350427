"""Sanctions: a listing that the authority itself states; one that others report stays an alleged event."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.formats.ftm.days import days, whole
from kg.formats.ftm.entity import Entity
from kg.formats.ftm.whole import Whole, link_of
from kg.model.kinds.designation import Designation
from kg.model.stances import side_of


def sanctions(fact: Any, known: Whole) -> Iterator[Entity]:
    """Yield a sanction for each one listed, where the authority says so itself and takes nothing back."""
    if not isinstance(fact, Designation) or fact.stage:
        return
    own = [
        one
        for one in known.claims.get(fact.id, ())
        if side_of(one.stance) == "for"
        and one.id not in known.taken_back
        and any(_speaks_for(voice, fact.by, known) for voice in one.voices)
    ]
    for target in fact.targets if own else ():
        entity = Entity(link_of(fact.id, "targets", target, 1), "Sanction", fact.id)
        entity.add("entity", f"kg-{target}")
        entity.add("authority", *(known.name(id) for id in fact.by))
        entity.add("program", fact.list)
        entity.add("reason", fact.reason, lang="eng")
        entity.add("status", "as the authority states, by the source documents")
        entity.add("recordId", fact.id)
        entity.add("summary", f"{known.name(fact.id)}: {known.standing(fact.id)}", lang="eng")
        entity.add("proof", *known.papers(*(c.document for one in own for c in one.cited)))
        if fact.period and whole(fact.period) and not fact.period.text.startswith(".."):
            found = days(fact.period)
            entity.add("startDate", *(found.get("startDate") or found.get("date", ())[:1]))
        yield entity


def _speaks_for(voice: str, authorities: list[str], known: Whole) -> bool:
    """Return whether somebody is one of the authorities, or belongs to one at any remove."""
    todo, seen = [voice], {voice}
    while todo:
        one = todo.pop()
        if one in authorities:
            return True
        new = {tie.actor for tie in getattr(known.facts.get(one), "part_of", ())} - seen
        seen |= new
        todo += new
    return False
