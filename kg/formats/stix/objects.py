"""Facts as objects of STIX 2.1, for any reader of the standard or as OpenCTI takes them.

The role of a kind says which object a fact becomes, so that a new kind leaves, too: an actor is an
`identity`, a place a `location`, a document a `report`, a claim a `note` and, where it takes a side by
itself, an `opinion`; what we decided is a `note`. The standard has nothing for an event that may not have
happened, for weapons, topics and collections. These are a `grouping`, by which it means objects that have
something in common, and which asserts nothing else. `incident`, `tool` and `infrastructure` mean other
things, and those who do not know an object type of ours would drop it. OpenCTI has a type `event`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from kg.formats.stix.marks import TLP
from kg.formats.stix.plan import CREATOR, SORTS, UNDATED, Plan, made_id, role
from kg.formats.stix.texts import ALIASES, Object, Texts
from kg.formats.stix.votes import vote
from kg.formats.stix.words import ALLEGED, Line
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.model.kinds.judgement import Judgement
from kg.model.review import strictest
from kg.model.table import kinds

CLASSES = {"person": "individual", "unnamed": "unknown", "": "system"}
"""Class of an identity by what it counts as when it speaks; what never speaks is a vessel or aircraft."""
GROUPED = "STIX has no object for this; the grouping holds what concerns it."
_DAY = 24 * 60 * 60 * 1000


def moment(day: date, milliseconds: int = 0) -> str:
    """Return the instant at which a day begins, or so much later.

    Example:
        >>> moment(date(2024, 1, 5)), moment(date(2024, 1, 5), 61_001)
        ('2024-01-05T00:00:00.000Z', '2024-01-05T00:01:01.001Z')
    """
    at = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    return at.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def creator(plan: Plan) -> Object:
    """Return who made all other objects."""
    day = min((plan.days(fact)[0] for fact in plan.facts.values()), default=UNDATED)
    return {
        "type": "identity",
        "spec_version": "2.1",
        "id": CREATOR,
        "created": moment(day),
        "modified": moment(day),
        "name": "kg (claims about arms transfers)",
        "description": "A program that keeps who said what. It vouches for nothing that these objects say.",
        "identity_class": "system",
    }


class Maker(Texts):
    """Makes the objects of a plan one by one."""

    def __init__(self, plan: Plan) -> None:
        """Keep what is known of all objects."""
        super().__init__(plan)
        self._taken: set[tuple[str, str]] = set()

    def made(self, fact: Any) -> Object:
        """Return the object of a fact."""
        own = self.plan.ids[fact.id]
        body: Object = getattr(self, f"_{own.split('--')[0]}")(fact)
        labels = [kinds()[type(fact).LABELS[-1]].words["en"][0].lower()]
        if isinstance(fact, Claim):
            labels += [fact.stance, *([fact.hedge] if fact.hedge != "plain" else ()), self.name(fact.topic)]
        if getattr(fact, "withdrawn", None):
            body["revoked"] = True
        body |= {"labels": labels, "external_references": list(self.references(fact))}
        return self._object(own, *self.plan.days(fact), self.plan.marks[fact.id], body)

    def opinion(self, claim: Any) -> Object | None:
        """Return the opinion that a claim is on what it is about, None where it takes no side by itself.

        OpenCTI takes two opinions of one degree and one instant for one, so that there each has an instant
        of its own within its day.
        """
        plan = self.plan
        degree = vote(claim, plan.facts, plan.taken_back) if isinstance(claim, Claim) else None
        if degree is None or claim.about not in plan.ids:
            return None
        own, (first, last) = made_id("opinion", claim.id), plan.days(claim)
        at = UUID(own.split("--")[1]).int % _DAY if plan.opencti else 0
        while plan.opencti and (degree, moment(first, at)) in self._taken:
            at = (at + 1) % _DAY
        self._taken.add((degree, moment(first, at)))
        body: Object = {
            "opinion": degree,
            "explanation": f"{self.headline(claim)}\n\n{claim.paraphrase}",
            "authors": [self.speaker(claim)],
            "object_refs": [plan.ids[claim.about]],
            "labels": [claim.stance],
        }
        if claim.withdrawn:
            body["revoked"] = True
        made = self._object(own, first, last, plan.marks[claim.id], body)
        return made | {"created": moment(first, at), "modified": max(moment(first, at), made["modified"])}

    def relationship(self, own: str, lines: Sequence[Line]) -> Object:
        """Return the relationship that stands for links between two facts, all in one direction."""
        plan, ends = self.plan, (lines[0].start, lines[0].end)
        days = [plan.days(plan.facts[end]) for end in ends]
        body = {
            "relationship_type": "related-to" if plan.opencti else lines[0].kind,
            "source_ref": plan.ids[ends[0]],
            "target_ref": plan.ids[ends[1]],
            "description": "\n".join(
                f"{line.verb}{f' ({line.details})' if line.details else ''}" for line in lines
            ),
        }
        mark = strictest(plan.marks[end] for end in ends)
        return self._object(own, max(day[0] for day in days), max(day[1] for day in days), mark, body)

    def _object(self, own: str, first: date, last: date, mark: str, body: Object) -> Object:
        head = {
            "type": own.split("--")[0],
            "spec_version": "2.1",
            "id": own,
            "created_by_ref": CREATOR,
            "created": moment(first),
            "modified": moment(last),
            "lang": "en",
            "object_marking_refs": [TLP[mark]],
        }
        return head | {name: value for name, value in body.items() if value not in (None, "", [])}

    def _identity(self, fact: Any) -> Object:
        return {**self._named(fact), "identity_class": CLASSES.get(type(fact).VOICE, "organization")}

    def _location(self, fact: Any) -> Object:
        body, sort = self._named(fact), SORTS.get(fact.kind, "Position")
        if self.plan.opencti:
            body["x_opencti_location_type"] = sort
        if fact.latitude is None or self.plan.shares_point(fact):
            return body | {"region": fact.name}
        point = {"latitude": fact.latitude, "longitude": fact.longitude}
        return body | point | {"precision": fact.within_km * 1000}

    def _report(self, fact: Document) -> Object:
        held = f"SHA-256 of the text: {fact.sha256}" if fact.sha256 else "The text is not held."
        return {
            "name": self.name(fact.id),
            "description": self.described(fact, "The title is ours, not the printed one.", held),
            "published": moment(fact.day),
            "object_refs": self.plan.refs[fact.id],
        }

    def _note(self, fact: Claim | Judgement) -> Object:
        if isinstance(fact, Claim):
            author, lead, said = self.speaker(fact), [fact.paraphrase], self.headline(fact)
            if day := self.plan.taken_back.get(fact.id):
                lead.append(f"Taken back by whoever said it, as known on {day}.")
        else:
            author, lead = fact.by, [fact.why]
            said = f"Are they the same? {' and '.join(map(self.name, fact.between))}: {fact.verdict}"
        printed = self.plan.printed.get(fact.id, ())
        below = [f"- Printed in {self.name(line.end)}: {line.details}" for line in printed]
        return {
            "abstract": said,
            "content": "\n".join([self.described(fact, *lead), *below, f"- Id: {fact.id}"]),
            "authors": [author],
            "object_refs": self.plan.refs[fact.id],
        }

    def _event(self, fact: Any) -> Object:
        body = self._named(fact, ALLEGED)
        body |= {"name": f"Alleged: {body['name']}", "event_types": [type(fact).KIND]}
        if fact.period and fact.period.text == str(day := fact.period.first):
            body |= {"start_time": moment(day), "stop_time": moment(day, _DAY - 1)}
        return body

    def _grouping(self, fact: Any) -> Object:
        body = self._event(fact) if role(fact) == "event" else self._named(fact, GROUPED)
        kept = {name: body[name] for name in ("name", "description")}
        return kept | {"context": "unspecified", "object_refs": self.plan.refs[fact.id]}

    def _named(self, fact: Any, *lead: str) -> Object:
        """Return name, other names where OpenCTI has a place for them, and description."""
        own = self.plan.ids[fact.id].split("--")[0]
        names = dict.fromkeys((*getattr(fact, "names", ()), getattr(fact, "name_de", None)))
        body: Object = {
            "name": self.name(fact.id),
            "description": self.described(fact, *lead, getattr(fact, "description", None) or ""),
        }
        if self.plan.opencti and own in ALIASES:
            body[ALIASES[own]] = [name for name in names if name and name != fact.name]
        return body
