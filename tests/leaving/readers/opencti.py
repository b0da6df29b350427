"""Reads bundles as OpenCTI does: says what its client accepts, cuts off, and would take for one thing."""

import json
import logging
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

logging.disable(logging.CRITICAL)

from pycti import (  # noqa: E402  # it logs when it is imported
    Event,
    Grouping,
    Identity,
    Location,
    MarkingDefinition,
    Note,
    Opinion,
    Report,
    StixCoreRelationship,
)
from pycti.utils.opencti_stix2_splitter import OpenCTIStix2Splitter  # noqa: E402

REFS = ("object_refs", "object_marking_refs", "source_ref", "target_ref", "created_by_ref")
MADE: dict[str, Any] = {
    "identity": lambda one: Identity.generate_id(one["name"], one["identity_class"]),
    "event": lambda one: Event.generate_id(one["name"]),
    "grouping": lambda one: Grouping.generate_id(one["name"], one["context"], one["created"]),
    "report": lambda one: Report.generate_id(one["name"], one["published"]),
    "note": lambda one: Note.generate_id(one["created"], one["content"]),
    "opinion": lambda one: Opinion.generate_id(one["created"], one["opinion"]),
    "marking-definition": lambda one: MarkingDefinition.generate_id("TLP", one["name"]),
    "location": lambda one: Location.generate_id(
        one["name"], one["x_opencti_location_type"], one.get("latitude"), one.get("longitude")
    ),
}


def read(file: str) -> dict[str, Any]:
    """Return what is accepted, refused and cut, and what has one id in OpenCTI, so that it is one thing."""
    text = Path(file).read_text("utf-8")
    given = {each["id"]: each for each in json.loads(text)["objects"]}
    _, refused, parts = OpenCTIStix2Splitter().split_bundle_with_expectations(text)
    kept = {each["id"]: each for part in parts for each in json.loads(part)["objects"]}
    references = "external_references"
    cut = [
        id
        for id, each in kept.items()
        if any(each.get(name) != given[id].get(name) for name in REFS)
        or len(each.get(references, ())) != len(given[id].get(references, ()))
    ]

    def standard(each: dict[str, Any]) -> Any:
        if each["type"] == "relationship" and {each["source_ref"], each["target_ref"]} <= kept.keys():
            ends = standard(given[each["source_ref"]]), standard(given[each["target_ref"]])
            return StixCoreRelationship.generate_id(each["relationship_type"], *ends)
        return MADE.get(each["type"], lambda one: one["id"])(each)

    same: dict[str, list[str]] = defaultdict(list)
    for each in kept.values():
        same[standard(each)].append(each["id"])
    return {
        "accepted": {id: each["type"] for id, each in kept.items()},
        "refused": [each["id"] for each in refused],
        "cut": cut,
        "one": [ids for ids in same.values() if len(ids) > 1],
    }


sys.stdout.write(json.dumps([read(file) for file in sys.argv[1:]]))
