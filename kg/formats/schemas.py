"""What is generated from the fact models: JSON Schema (2020-12), shapes of SHACL, the store's constraints."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from kg.formats.shapes import shapes
from kg.model.kinds import registry
from kg.store import statements

if TYPE_CHECKING:
    from kg.formats.stored import Stored

FORMAT = "schemas"
OF = "graph"
ENDINGS = ()
ABOUT = "JSON Schema and SHACL of every kind of fact, and the constraints."

NOTE = "Generated from kg/model by 'make schemas'; do not edit."


class _Schema(GenerateJsonSchema):
    """Says of a field that it is empty when it is not written, also where a fact gets a list of its own."""

    def get_default_value(self, schema: Any) -> Any:
        made = schema.get("default_factory")
        return made() if made in (list, dict) else super().get_default_value(schema)


def render(_stored: Stored | None = None) -> dict[str, str]:
    """Write the JSON Schemas that editors complete seed files with, and constraints.cypher, to a folder.

    Beside them stands shapes.ttl: how the facts of 'kg export nanopub' look, in SHACL.

    \b
    Example:
      kg export schemas schemas/
    \f

    Returns:
        The text of every file by name: a schema for each kind, `seeds.schema.json`, `shapes.ttl` and
        `constraints.cypher`.
        No store is read.
    """
    files = {}
    for kind, model in registry().items():
        files[f"{kind}.schema.json"] = _text(
            {"$comment": NOTE, **model.model_json_schema(schema_generator=_Schema)}
        )
    files["seeds.schema.json"] = _text(_seed_file())
    files["shapes.ttl"] = f"# {NOTE}\n{shapes()}"
    files["constraints.cypher"] = f"// {NOTE}\n" + "".join(f"{line};\n" for line in statements.constraints())
    return files


def _seed_file() -> dict[str, Any]:
    """One schema for every seed file: lists of facts by the plural of their kind."""
    properties = {
        model.PLURAL: {
            "type": "array",
            "items": {"$ref": f"#/$defs/{model.__name__}"},
            "description": (model.__doc__ or "").split("\n")[0],
        }
        for model in registry().values()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": NOTE,
        "title": "Seed file",
        "description": "Curated facts as lists by kind.",
        "type": "object",
        "additionalProperties": False,
        "minProperties": 1,
        "properties": properties,
        "$defs": definitions(),
    }


def definitions() -> dict[str, Any]:
    """Return the schemas of all kinds, and of what they are made of, by the names of their classes.

    Example:
        >>> definitions()["State"]["properties"]["iso"]["anyOf"][0]["pattern"]
        '^[A-Z]{2}$'
    """
    found: dict[str, Any] = {}
    for model in registry().values():
        schema = model.model_json_schema(ref_template="#/$defs/{model}", schema_generator=_Schema)
        found |= schema.pop("$defs", {})
        found[model.__name__] = schema
    return dict(sorted(found.items()))


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
