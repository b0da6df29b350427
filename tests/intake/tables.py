"""Small tables and layouts for tests; every name and number is invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kg.sources.tables.engine import Converted, converted
from kg.sources.tables.known import Known
from kg.sources.tables.layouts import SHIPPED, layout_named, read

COLUMNS = {"supplier": "Supplier", "recipient": "Recipient", "year": "Year", "items": "Items"}
HEADER = "Supplier,Recipient,Year,Items"


def layout(**changed: Any) -> dict[str, Any]:
    """Return a layout of four columns; `reader` adds to how they are read, all else takes a place."""
    common = {
        "topic": "arms",
        "stance": "asserts",
        "speaker": "register",
        "said": "${published}",
        "about": "deal-${slug(supplier)}-${slug(recipient)}-${year}",
        "paraphrase": "${supplier} is listed with ${items} items for ${recipient}.",
    }
    made: dict[str, Any] = {
        "title": "A small register",
        "document": {"id": "small-${published}", "title": "Small register", "outlet": "register"},
        "names": {
            "party": {
                "of": ["state"],
                "cases": [
                    {"like": "unknown", "id": "unknown"},
                    {"fact": {"type": "state", "fields": {"id": "s-${slug(name)}", "name": "${name}"}}},
                ],
            }
        },
        "start": [
            {
                "type": "topic",
                "fields": {"id": "arms", "name": "Arms", "name_de": "Waffen", "description": "Arms."},
            },
            {
                "type": "organization",
                "fields": {"id": "register", "name": "The register", "kind": "data-provider"},
            },
        ],
        "facts": [
            {
                "type": "shipment",
                "fields": {
                    "id": common["about"],
                    "name": "Deal of ${year}",
                    "supplier": "${party(supplier)}",
                    "recipient": "${party(recipient)}",
                    "goods": "arms",
                },
            },
            {
                "type": "claim",
                "fields": {"id": "claim-${slug(supplier)}-${slug(recipient)}-${year}", **common},
            },
        ],
        **changed,
    }
    made["reader"] = {"columns": COLUMNS, **changed.get("reader", {})}
    return made


def convert(folder: Path, table: str | bytes | Path, known: Known | None = None, **changed: Any) -> Converted:
    """Convert a table by a layout as `layout` makes it; the file is called table.csv unless it is a path."""
    from datetime import date

    if not isinstance(table, Path):
        file = folder / "table.csv"
        file.write_bytes(table.encode() if isinstance(table, str) else table)
    else:
        file = table
    own = folder / "small.yaml"
    own.write_text(json.dumps(layout(**changed)), "utf-8")  # JSON is YAML
    return converted(read(own), file, known or Known(), published=date(2026, 3, 12))


def shipped(name: str, file: Path, known: Known | None = None) -> Converted:
    """Convert a table by a layout that comes with kg."""
    return converted(layout_named(name, [SHIPPED]), file, known or Known())


def facts_of(made: Converted) -> dict[str, dict[str, Any]]:
    """Return the facts by id."""
    return {fact["id"]: fact for fact in made.facts()}
