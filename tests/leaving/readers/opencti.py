"""Reads a bundle as OpenCTI does: what its client accepts, cuts off, and would take for one thing."""

import json
import logging
import sys
from collections import defaultdict
from pathlib import Path

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

text = Path(sys.argv[1]).read_text("utf-8")
given = {each["id"]: each for each in json.loads(text)["objects"]}
_, refused, parts = OpenCTIStix2Splitter().split_bundle_with_expectations(text)
kept = {each["id"]: each for part in parts for each in json.loads(part)["objects"]}
REFS = ("object_refs", "object_marking_refs", "source_ref", "target_ref", "created_by_ref")
cut = [id for id, each in kept.items() for name in REFS if each.get(name) != given[id].get(name)]
cut += [
    id
    for id, each in kept.items()
    if len(each.get("external_references", ())) != len(given[id].get("external_references", ()))
]


def standard(each):
    """Return the id that OpenCTI gives to an object; objects with one id are one object there."""
    kind = each["type"]
    if kind == "relationship":
        ends = standard(given[each["source_ref"]]), standard(given[each["target_ref"]])
        return StixCoreRelationship.generate_id(each["relationship_type"], *ends)
    if kind == "marking-definition":
        return MarkingDefinition.generate_id("TLP", each["name"])
    if kind == "location":
        sort = each["x_opencti_location_type"]
        return Location.generate_id(each["name"], sort, each.get("latitude"), each.get("longitude"))
    made = {
        "identity": lambda: Identity.generate_id(each["name"], each["identity_class"]),
        "event": lambda: Event.generate_id(each["name"]),
        "grouping": lambda: Grouping.generate_id(each["name"], each["context"], each["created"]),
        "report": lambda: Report.generate_id(each["name"], each["published"]),
        "note": lambda: Note.generate_id(each["created"], each["content"]),
        "opinion": lambda: Opinion.generate_id(each["created"], each["opinion"]),
    }
    return made[kind]()


same = defaultdict(list)
for each in kept.values():
    same[standard(each)].append(each["id"])
sys.stdout.write(
    json.dumps(
        {
            "accepted": {id: each["type"] for id, each in kept.items()},
            "refused": [each["id"] for each in refused],
            "cut": cut,
            "taken for one": [ids for ids in same.values() if len(ids) > 1],
        }
    )
)
