"""What registers call somebody or something, where FollowTheMoney has it."""

from __future__ import annotations

from typing import Any

from kg.formats.ftm.entity import Entity
from kg.formats.ftm.whole import Whole
from kg.model.schemes import SCHEMES

_REGISTERS = {
    "imo": "imoNumber",
    "imo-company": "imoNumber",
    "mmsi": "mmsi",
    "tail": "registrationNumber",
    "lei": "leiCode",
    "ogrn": "ogrnCode",
    "wikidata": "wikidataId",
}
"""Schemes of identifiers, and the properties that hold them."""


def identified(fact: Any, entity: Entity, known: Whole) -> list[Entity]:
    """Add what registers call a fact: to their properties, else as the address of its page.

    Returns:
        An identification for each of the others, where the model lets its holder have one.
    """
    beside = []
    for number, one in enumerate(getattr(fact, "identifiers", ())):
        name = _REGISTERS.get(one.scheme, "")
        if entity.has(name):
            entity.add(name, SCHEMES[one.scheme].prefix + one.value)
        elif one.address:
            entity.add("sourceUrl", one.address)
        elif known.is_a(fact.id, "LegalEntity"):
            paper = Entity(f"{entity.id}.identifiers.{number}", "Identification", fact.id)
            paper.add("holder", entity.id)
            paper.add("number", one.value)
            paper.add("type", SCHEMES[one.scheme].name)
            beside.append(paper)
        else:
            known.say(entity, "identifiers", f"{SCHEMES[one.scheme].name}: {one.value}", "notes")
    return beside
