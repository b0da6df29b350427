"""Our judgements as links between the two things that are judged."""

from __future__ import annotations

from typing import Any

from kg.formats.ftm.days import days, whole
from kg.formats.ftm.entity import Entity
from kg.formats.ftm.whole import Whole


def judgement(fact: Any, known: Whole) -> Entity | None:
    """Return the link between two things that we judged; None where they become none."""
    if any(id not in known.schemas for id in fact.between):
        known.loss.leave_out("judgements about what becomes no entity", fact.id)
        return None
    entity = Entity(f"kg-{fact.id}", "UnknownLink", fact.id)
    entity.add("subject", f"kg-{fact.between[0]}")
    entity.add("object", f"kg-{fact.between[1]}")
    entity.add("role", f"judged: {fact.verdict.replace('-', ' ')}")
    entity.add("summary", fact.why, lang="eng")
    entity.add("publisher", fact.by)
    entity.add("recordId", fact.id)
    entity.add("date", *days(fact.decided).get("date", ()))
    entity.add("proof", *known.papers(*(c.document for c in fact.cited)))
    done = {"between", "verdict", "why", "by", "decided" if whole(fact.decided) else ""}
    known.tell(entity, fact, done, "description")
    return entity
