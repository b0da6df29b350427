"""The facts that become things of FollowTheMoney: who, what and where, documents, and events as alleged."""

from __future__ import annotations

from typing import Any

from kg.formats.ftm.codes import LANGUAGES, country
from kg.formats.ftm.days import days, whole
from kg.formats.ftm.entity import Entity
from kg.formats.ftm.identified import identified
from kg.formats.ftm.whole import Whole
from kg.formats.leaving import called
from kg.model.kinds import Fact
from kg.model.point import WithPoint
from kg.model.shape import shape

_PROPERTIES = {
    "name": ("name", "title", "full"),
    "title": ("title",),
    "name_de": ("alias",),
    "known_as": ("alias",),
    "note": ("notes",),
    "description": ("description",),
    "iso": ("country",),
    "kind": ("classification",),
    "url": ("sourceUrl",),
    "file": ("fileName",),
    "vessel_type": ("type",),
    "model": ("model",),
    "list": ("program",),
}
"""Fields of facts, and the properties that hold them where the schema has these."""
_IN_LANGUAGE = {"name_de": "deu", "note": "eng", "description": "eng"}


def thing(fact: Any, known: Whole) -> list[Entity]:
    """Return the entity of a fact, and of each identifier that needs one of its own.

    Example:
        >>> from kg.model.kinds.vessel import Vessel
        >>> ship = Vessel(id="chem", name="CHEM", identifiers=[{"scheme": "imo", "value": "9240914"}])
        >>> thing(ship, Whole.of([ship]))[0].record()["properties"]
        {'imoNumber': ['IMO9240914'], 'name': ['CHEM']}
    """
    entity = Entity(f"kg-{fact.id}", known.schemas[fact.id], fact.id)
    kind: type[Fact] = type(fact)
    plan = shape(kind)
    done = {*plan.links, *(name for name, tie in plan.ties.items() if tie.ROLE == "member")}
    for name, wanted in _PROPERTIES.items():
        value = getattr(fact, name, None)
        there = [one for one in wanted if entity.has(one)]
        if name in plan.plain and there and value is not None:
            values = [_plain(name, one) for one in (value if isinstance(value, list) else [value])]
            for one in there:
                entity.add(one, *values, lang=_IN_LANGUAGE.get(name))
            if all(entity.values.get(one) for one in there):
                done.add(name)
    if entity.has("name") and not entity.values.get("name") and type(fact).ROLE != "document":
        entity.add("name", fact.id)
    entity.add("alias", *(alias.name for alias in getattr(fact, "aliases", ())))
    beside = identified(fact, entity, known)
    done.add("identifiers")
    if isinstance(fact, WithPoint) and fact.latitude is not None:
        _point(fact, entity, known)
        done |= {*WithPoint.model_fields}
    if type(fact).VOICE == "unnamed":
        entity.add("summary", f"Described, not named: {fact.wording}")
        known.loss.cut("that nobody named it, so that it must not be matched with others", fact.id)
        done.add("wording")
    elif type(fact).VOICE == "state":
        entity.add("summary", "A state, as one who acts and speaks", lang="eng")
    elif type(fact).ROLE == "event":
        _alleged(fact, entity, known, done)
    elif entity.has("fileName"):
        _printed(fact, entity, known, done)
    known.tell(entity, fact, done, "notes")
    return [entity, *beside]


def _point(fact: WithPoint, entity: Entity, known: Whole) -> None:
    """Add where it is, and in words how far from there it may be."""
    for name in ("latitude", "longitude"):
        if entity.has(name):
            entity.add(name, str(getattr(fact, name)))
    near = f"within {fact.within_km:g} km" if fact.within_km is not None else ""
    line = f"point: {fact.latitude}, {fact.longitude}, {near} ({fact.coordinates_from})"
    known.say(entity, "within_km", line, "notes")


def _plain(name: str, value: Any) -> str:
    return country(value) if name == "iso" else str(value)


def _alleged(fact: Any, entity: Entity, known: Whole, done: set[str]) -> None:
    """Say of an event how it stands, when it is said to be, and what sort of event."""
    entity.add("summary", known.standing(fact.id), lang="eng")
    entity.add("keywords", called(fact).one)
    entity.add("proof", *known.proof(fact.id))
    entity.add("recordId", fact.id)
    done.add("stage")
    if fact.period:
        for name, values in days(fact.period).items():
            entity.add(name, *values)
        if whole(fact.period):
            done.add("period")


def _printed(fact: Any, entity: Entity, known: Whole, done: set[str]) -> None:
    """Say of a document when and in which language it appeared, and give it the name of a file."""
    entity.add("fileName", getattr(fact, "file", None) or fact.id)
    if type(fact).ROLE != "document":
        return
    entity.add("keywords", fact.kind)
    for name, span in (("publishedAt", fact.published), ("retrievedAt", fact.recorded)):
        entity.add(name, *days(span).get("date", ()))
    code = LANGUAGES.get(fact.language, fact.language)
    if code in LANGUAGES.values():
        entity.add("language", code)
        done.add("language")
    if not fact.held:
        entity.add("notes", "Not held: its text is known through others alone", lang="eng")
    done |= {name for name in ("published", "recorded") if whole(getattr(fact, name))}
    done |= {"kind", "file"}
