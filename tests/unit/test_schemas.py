"""The schemas on disk are those of the models, and the seed files obey and name them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kg import paths
from kg.formats.schemas import schema_files
from kg.model.kinds import registry
from kg.sources.fingerprint import seed_files
from kg.sources.yaml_tree import read

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "schemas"
SEEDS = paths.seeds(str(ROOT / "seeds"))
GENERATED = schema_files()
FILES = [pytest.param(path, id=path.relative_to(ROOT).as_posix()) for path in seed_files(SEEDS)]


@pytest.mark.parametrize("name", sorted(GENERATED))
def test_schema_on_disk_is_the_generated_one(name: str) -> None:
    assert (SCHEMAS / name).read_text(encoding="utf-8") == GENERATED[name], "run 'make schemas'"


def test_no_other_file_is_in_the_folder() -> None:
    assert {path.name for path in SCHEMAS.iterdir()} == set(GENERATED)


@pytest.mark.parametrize("name", [n for n in sorted(GENERATED) if n.endswith(".json")])
def test_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(GENERATED[name]))


WHOLE = jsonschema.Draft202012Validator(json.loads(GENERATED["seeds.schema.json"]))


@pytest.mark.parametrize("file", FILES)
def test_seed_file_obeys_its_schema(file: Path) -> None:
    tree, _ = read(file, file.name)
    assert tree is not None
    assert [f"{list(e.absolute_path)}: {e.message[:200]}" for e in WHOLE.iter_errors(tree.value)] == []


@pytest.mark.parametrize("file", FILES)
def test_first_line_names_the_schema_for_editors(file: Path) -> None:
    first = file.read_text(encoding="utf-8").partition("\n")[0]
    mark, _, target = first.partition("$schema=")
    assert mark == "# yaml-language-server: "
    assert (file.parent / target).resolve() == SCHEMAS / "seeds.schema.json"


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"state": []},
        {"states": [{"id": "kp"}]},
        {"states": [{"id": "kp", "name": "K", "nam": "x"}]},
        {"states": [{"id": "North Korea", "name": "K"}]},
        {"states": [{"id": "kp", "name": 5}]},
        {"states": [{"id": "kp", "name": "K", "iso": "kp"}]},
        {"weapon_types": [{"id": "w", "name": "W", "calibre_mm": 0}]},
        {"situations": [{"id": "s", "name": "S", "period": "yesterday"}]},
        {"situations": [{"id": "s", "name": "S", "period": 20241011}]},
        {"situations": [{"id": "s", "name": "S", "period": "../.."}]},
    ],
)
def test_editors_mark_what_the_program_refuses(value: Any) -> None:
    assert list(WHOLE.iter_errors(value))


@pytest.mark.parametrize("kind", sorted(registry()))
def test_every_field_is_described_where_editors_look(kind: str) -> None:
    schema = json.loads(GENERATED[f"{kind}.schema.json"])
    definitions = schema.get("$defs", {})
    for name, field in schema["properties"].items():
        target = definitions.get(field.get("$ref", "").rpartition("/")[2], {})
        assert field.get("description") or target.get("description"), name
