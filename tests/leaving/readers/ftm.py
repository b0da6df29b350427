"""Read folders of `kg export ftm` with followthemoney, and say what it makes of them.

Prints an object for each: `things` (entities by schema), `ids` of the entities that are our facts, `values`
by entity, `problems` (each a line) and how many `statements` there are. `--model` compares our table of its
schemata.
"""

import json
import sys
from collections import Counter
from hashlib import sha1
from itertools import groupby
from pathlib import Path
from typing import Any

from followthemoney import model
from followthemoney.dataset import Dataset
from followthemoney.statement import StatementEntity
from followthemoney.statement.serialize import read_csv_statements
from followthemoney.types import registry


def main() -> None:
    """Print what was read."""
    if sys.argv[1] == "--model":
        sys.stdout.write(json.dumps([*in_model(json.loads(sys.argv[2])), *in_types(json.loads(sys.argv[3]))]))
        return
    sys.stdout.write(json.dumps([found(Path(folder)) for folder in sys.argv[1:]]))


def found(folder: Path) -> dict[str, Any]:
    """Return what is in a folder."""
    records = [json.loads(line) for line in (folder / "entities.ftm.json").read_text("utf-8").splitlines()]
    problems = []
    entities = {}
    for record in records:
        problems += entity_problems(record)
        if record["id"] in entities:
            problems.append(f"{record['id']}: stands twice")
        entities[record["id"]] = model.get_proxy(record) if model.get(record["schema"]) else None
    for entity in filter(None, entities.values()):
        problems += reference_problems(entity, entities)
    count, more = statement_problems(folder / "statements.csv", {r["id"]: r for r in records})
    return {
        "things": Counter(record["schema"] for record in records),
        "ids": [id.removeprefix("kg-") for id in entities if "." not in id],
        "values": {id: entity.to_dict()["properties"] for id, entity in entities.items() if entity},
        "statements": count,
        "problems": problems + more,
    }


def entity_problems(record: dict[str, Any]) -> list[str]:
    """Compare an entity with what the library makes of each of its values."""
    id, schema = record["id"], model.get(record["schema"])
    if schema is None or schema.abstract:
        return [f"{id}: {record['schema']} is no schema of an entity"]
    if not registry.entity.validate(id):
        return [f"{id}: no id"]
    made = model.make_entity(schema)
    made.id = id
    found = [f"{id}: {name} is missing" for name in schema.required if not record["properties"].get(name)]
    for name, values in record["properties"].items():
        prop = schema.get(name)
        if prop is None:
            found.append(f"{id}: {schema.name} has no {name}")
            continue
        made.add(name, values, quiet=False)
        if made.get(name) != values:
            found.append(f"{id}: {name} {values} became {made.get(name)}")
        found += [
            f"{id}: {name} is no {prop.type.name}: {value}" for value in values if not fits(prop, value)
        ]
    return found


def fits(prop: Any, value: str) -> bool:
    """Return whether a value is one of a property's type, of its format and not too long."""
    valid = prop.type.validate(value, format=prop.format if prop.type is not registry.date else None)
    return bool(valid) and len(value) <= prop.max_length


def reference_problems(entity: Any, entities: dict[str, Any]) -> list[str]:
    """Find references to nothing, or to what is of another sort than the property takes."""
    found = []
    for prop, value in entity.itervalues():
        if prop.type is registry.entity:
            other = entities.get(value)
            if other is None or not other.schema.is_a(prop.range):
                found.append(f"{entity.id}: {prop.name} {value} is no {prop.range.name}")
    return found


def statement_problems(file: Path, records: dict[str, Any]) -> tuple[int, list[str]]:
    """Read the statements, work out their ids again, and put them together to entities."""
    with file.open("rb") as opened:
        statements = list(read_csv_statements(opened))
    with file.open(encoding="utf-8", newline="") as opened:
        types = [row.split('","')[3] for row in opened if row.startswith('"kg-')]
    found = [f"{s.entity_id}: {s.prop} has another id" for s in statements if s.id != s.generate_key()]
    if len(types) == len(statements):
        found += [
            f"{s.prop} is a {s.prop_type}" for s, t in zip(statements, types, strict=True) if s.prop_type != t
        ]
    dataset = Dataset.make({"name": "kg", "title": "kg"})
    seen = set()
    for id, group in groupby(statements, lambda one: one.canonical_id):
        rows = list(group)
        entity = StatementEntity.from_statements(dataset, rows)
        record = records.get(id)
        made = {name: sorted(values) for name, values in entity.to_dict()["properties"].items()}
        if id in seen or record is None or entity.schema.name != record["schema"]:
            found.append(f"{id}: its statements are not together, or of another entity")
        elif made != {name: sorted(values) for name, values in record["properties"].items()}:
            found.append(f"{id}: its statements are another entity")
        seen.add(id)
        whole = [one.value for one in rows if one.prop == "id"]
        ids = sorted(one.id for one in rows if one.prop != "id")
        if whole != [sha1((entity.schema.name + "".join(ids)).encode()).hexdigest()]:
            found.append(f"{id}: the checksum of its statements is another")
    return len(statements), found + [f"{id}: no statements" for id in records.keys() - seen]


def in_model(table: dict[str, dict[str, str]]) -> list[str]:
    """Return what is different in the model from a table of schemata, their properties and types."""
    found = []
    for name, properties in table.items():
        schema = model.get(name)
        if schema is None:
            found.append(name)
            continue
        for prop, kind in properties.items():
            own = schema.get(prop)
            there = own and own.type.name + (f">{own.range.name}" if own.range else "")
            if there != kind:
                found.append(f"{name}.{prop}: {there}")
    return found


def in_types(codes: dict[str, list[str]]) -> list[str]:
    """Return the codes of languages and countries that are no values of those types."""
    types = {"language": registry.language, "country": registry.country}
    return [code for name, every in codes.items() for code in every if types[name].clean(code) != code]


main()
