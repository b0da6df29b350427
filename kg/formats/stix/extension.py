"""Each fact whole beside what the standard has properties for: an extension of STIX 2.1, with its schema."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from kg.formats.schemas import definitions
from kg.model.kinds import Fact, registry
from kg.sources.bundles import EXTENSION

_ABOUT = (
    "A fact whole, where the object that carries it has only words: 'kind', and 'fact' with its fields. "
    "'kg load BUNDLE.json' reads it back. The schema is JSON Schema (2020-12)."
)


def held(fact: Fact) -> dict[str, Any]:
    """Return the extension of the object of a fact; fields with the value that they have anyway are left out.

    Equal facts give equal text, in whatever order their notes were written.

    Example:
        >>> from kg.model.kinds.state import State
        >>> [*held(State(id="kp", name="Korea")).values()]
        [{'extension_type': 'property-extension', 'kind': 'state', 'fact': {'id': 'kp', 'name': 'Korea'}}]
    """
    fields = fact.model_dump(mode="json", exclude_defaults=True)
    in_order = json.loads(json.dumps(fields, sort_keys=True))
    return {EXTENSION: {"extension_type": "property-extension", "kind": type(fact).KIND, "fact": in_order}}


def definition(creator: dict[str, Any]) -> dict[str, Any]:
    """Return the object that defines the extension; its version ends with the hash of the schema.

    Args:
        creator: the object of who made it.
    """
    schema = json.dumps(_schema(), ensure_ascii=False)
    shared = {name: creator[name] for name in ("spec_version", "created", "modified")}
    return {
        "type": "extension-definition",
        "id": EXTENSION,
        **shared,
        "created_by_ref": creator["id"],
        "name": "kg fact",
        "description": _ABOUT,
        "schema": schema,
        "version": f"1.0.0+{sha256(schema.encode()).hexdigest()[:12]}",
        "extension_types": ["property-extension"],
    }


def _schema() -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A fact in an object of STIX",
        "type": "object",
        "required": ["extension_type", "kind", "fact"],
        "properties": {
            "extension_type": {"const": "property-extension"},
            "kind": {"enum": list(registry())},
        },
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": kind}}},
                "then": {"properties": {"fact": {"$ref": f"#/$defs/{model.__name__}"}}},
            }
            for kind, model in registry().items()
        ],
        "$defs": definitions(),
    }
