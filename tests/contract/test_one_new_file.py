"""What is declared once is known everywhere: a test adds one file, and looks for it in every output.

Each part of the program that says so has its fixture and its tests here; `house.py` copies the program.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli import corpus
from tests.contract.house import ROOT, House, packed, viewer

NewHouse = Callable[[str], House]


@pytest.fixture(scope="module")
def new_house(tmp_path_factory: pytest.TempPathFactory) -> NewHouse:
    """Make copies of the program, each in a folder of its own."""
    return lambda name: House(tmp_path_factory.mktemp(name))


# A kind of fact: one file in kg/model/kinds/

EXERCISE = re.findall(r"```python\n(.*?)```", (ROOT / "docs/adding-a-kind.md").read_text("utf-8"), re.S)[0]
"""The file that the guide shows."""
OBSERVATORY = '''"""Places that watch the sky."""

from __future__ import annotations

from typing import Annotated, ClassVar

from kg.model.base import Id, Link, ShortText
from kg.model.kinds.actor import Actor


class Observatory(Actor):
    """It watches the sky: nothing is said here of its look and its words."""

    KIND: ClassVar[str] = "observatory"
    PLURAL: ClassVar[str] = "observatories"
    LABELS: ClassVar[tuple[str, ...]] = ("Actor", "Observatory")

    call_sign: ShortText | None = None
    """What it is called by on the radio."""
    # (:Observatory)-[:LEASED_FROM]->(:State)
    lessor: Annotated[Id | None, Link("LEASED_FROM", ("State",))] = None
    """The state that it has its ground from."""
'''
SAID = "More than 300 engineers"
SEEDS = f"""observatories:
  - id: lotus
    name: The Lotus
    call_sign: LTS9
    lessor: bb
exercises:
  - id: north-wind
    name: North Wind
    host: aa
    actors: [lotus]
    soldiers: 900
  - id: south-wind
    name: South Wind
    host: lotus
claims:
{
    "".join(
        f'''  - id: {id}
    topic: arms
    stance: asserts
    speaker: {speaker}
    said: 2026-01-04
    about: {about}
    paraphrase: {speaker} speaks of {about}.
    cited:
      - {json.dumps(corpus.cite("post-2026-01-05", SAID))}
'''
        for id, speaker, about in (
            ("bb-north-wind", "bb", "north-wind"),
            ("lotus-south-wind", "lotus", "south-wind"),
            ("post-lotus", "post", "lotus"),
        )
    )
}"""


@pytest.fixture(scope="module")
def kinds(new_house: NewHouse) -> House:
    """The program with an event of a new kind and an actor of another one, each declared in one file."""
    house = new_house("kinds")
    house.add("kg/model/kinds/exercise.py", EXERCISE)
    house.add("kg/model/kinds/observatory.py", OBSERVATORY)
    house.add("seeds/exercises.yaml", SEEDS)
    house.kg("load")
    return house


@pytest.fixture(scope="module", params=["en", "de"])
def kinds_site(request: pytest.FixtureRequest, kinds: House) -> tuple[str, Path]:
    """The site in each language."""
    folder = kinds.built / f"site-{request.param}"
    kinds.kg("site", str(folder), "--lang", request.param)
    return request.param, folder


def test_a_kind_is_checked(kinds: House) -> None:
    kinds.kg("check")
    wrong = kinds.path / "wrong"
    for file in (kinds.path / "seeds").rglob("*.yaml"):
        text = file.read_text("utf-8").replace("soldiers: 900", "soldiers: many")
        target = wrong / file.relative_to(kinds.path / "seeds")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.replace("lessor: bb", "lessor: bbb"), "utf-8")
    said = kinds.kg("check", "--seeds", str(wrong), code=1)
    lines = SEEDS.split("\n")
    assert re.search(rf"exercises\.yaml:{lines.index('    soldiers: 900') + 1}:\d+: .*soldiers", said)
    assert re.search(rf"exercises\.yaml:{lines.index('    lessor: bb') + 1}:\d+: .*'bbb'.*", said)


def test_a_kind_is_loaded_asked_and_shown(kinds: House) -> None:
    asked = "MATCH (a:Observatory)-[:HOSTS]->(e:Exercise) RETURN a.id AS a, e.id AS e"
    assert json.loads(kinds.kg("cypher", asked, "--format", "json")) == [{"a": "lotus", "e": "south-wind"}]
    told = kinds.kg("ask", "timeline", "--event", "north-wind", "--format", "json")
    assert "bb-north-wind" in told
    shown = json.loads(kinds.kg("show", "north-wind"))
    assert shown["labels"] == ["Event", "Exercise"]
    assert shown["properties"]["soldiers"] == 900
    assert ("in", "HOSTS", "aa") in {(e["way"], e["type"], e["id"]) for e in shown["edges"]}
    assert "lotus" in kinds.kg("find", "lotus", "--kind", "Observatory")
    assert "north-wind" in kinds.kg("status")
    assert "bb speaks of north-wind" in kinds.kg("explain", "bb-north-wind")


def test_a_kind_is_drawn(kinds: House) -> None:
    for language in ("en", "de"):
        svg = str(kinds.built / "x.svg")
        kinds.kg("view", "north-wind", "--as", "network", "--lang", language, "--output", svg)
        drawn = ET.fromstring(kinds.read("x.svg"))
        words = " ".join(drawn.itertext())
        assert "⚔ North Wind" in words
        assert "The Lotus" in words
        assert "#4b5d01" in kinds.read("x.svg")
    kinds.kg(
        "view", "north-wind", "--as", "network", "--format", "json", "--output", str(kinds.built / "x.json")
    )
    drawing: Any = json.loads(kinds.read("x.json"))
    looks = {node["id"]: (node["kind"], node["shape"]) for node in drawing["nodes"]}
    assert looks["north-wind"] == ("Exercise", "box")
    assert looks["lotus"] == ("Observatory", "square"), "a kind without a look has that of its role"
    kinds.kg("view", "--output", str(kinds.built / "whole.svg"))
    assert "⚔ North Wind" in kinds.read("whole.svg")


def test_a_kind_is_on_the_page(kinds: House) -> None:
    kinds.kg("view", "north-wind", "--output", str(kinds.built / "x.html"))
    page = kinds.read("x.html")
    known = next(data for data in packed(page) if "facts" in data)["facts"]
    assert {"Exercise", "Observatory"} <= set(known["kinds"])
    assert {"HOSTS", "LEASED_FROM"} <= set(known["types"])
    words = json.loads(re.search(r"const WORDS = (\{.*\});\n", viewer(page))[1])  # type: ignore[index]
    assert words["kind.Exercise.one"] == ["Joint exercise", "Manöver"]
    assert words["kind.Observatory.one"] == ["Observatory", None], (
        "what a kind does not say in German is said in English"
    )
    assert words["edge.HOSTS.out"] == ["Holds exercises, as alleged", "Hält Manöver ab, laut Behauptung"]
    assert words["prop.soldiers"] == ["Soldiers announced", "Angekündigte Soldaten"]
    looks = json.loads(re.search(r"const LOOKS = (\{.*\});\n", viewer(page))[1])  # type: ignore[index]
    assert looks["kinds"]["Exercise"]["light"][0] == "#4b5d01"
    assert "Exercise" in looks["events"]


def test_a_kind_has_its_pages_on_the_site(kinds_site: tuple[str, Path]) -> None:
    language, folder = kinds_site
    german = language == "de"
    page = (folder / "event/north-wind.html").read_text("utf-8")
    assert ("Manöver" if german else "Joint exercise") in page
    row = r"<dt>{}</dt>\s*<dd>(?:(?!</dd>).)*{}"
    announced = "Angekündigte Soldaten" if german else "Soldiers announced"
    assert re.search(row.format(announced, "900"), page, re.S)
    assert re.search(row.format("Abgehalten von" if german else "Held by", "actor/aa.html"), page, re.S)
    assert "event/north-wind.html" in (folder / "events.html").read_text("utf-8")
    assert "actor/lotus.html" in (folder / "actors.html").read_text("utf-8")
    actor = (folder / "actor/aa.html").read_text("utf-8")
    heading = "Hält Manöver ab, laut Behauptung" if german else "Holds exercises, as alleged"
    assert re.search(rf"<h2[^>]*>{heading}</h2>(?:(?!<h2).)*event/north-wind\.html", actor, re.S)
    observatory = (folder / "actor/lotus.html").read_text("utf-8")
    assert re.search(row.format("Call sign", "LTS9"), observatory, re.S)
    assert re.search(row.format("Leased from", "bb.html"), observatory, re.S)
    index = folder / "site/index.js"
    from kg.picture.out.page.pack import unpack

    searched = unpack(index.read_text("utf-8").split('"')[1])
    named = {row[2]: searched["kinds"][row[0]] for row in searched["rows"]}
    assert named["North Wind"] == ("Manöver" if german else "Joint exercise")
    assert named["The Lotus"] == "Observatory"


def test_a_kind_is_exported(kinds: House) -> None:
    lines = [json.loads(line) for line in kinds.kg("export", "jsonl").splitlines()]
    assert {(one["type"], one["id"]) for one in lines} >= {
        ("exercise", "north-wind"),
        ("observatory", "lotus"),
    }
    kinds.kg("export", "schemas", str(kinds.built / "schemas"))
    schema = json.loads(kinds.read("schemas/seeds.schema.json"))
    assert {"exercises", "observatories"} <= set(schema["properties"])
    assert "soldiers" in json.loads(kinds.read("schemas/exercise.schema.json"))["properties"]
    kinds.kg("export", "neo4j-admin", str(kinds.built / "admin"))
    assert "north-wind" in kinds.read("admin/nodes-Event-Exercise.csv")
    assert "lotus" in kinds.read("admin/edges-LEASED_FROM.csv")
    kinds.kg("browser", "export", str(kinds.built / "browser"))
    style = kinds.read("browser/style.grass")
    assert re.search(r"node\.Exercise \{[^}]*#4b5d01[^}]*⚔ \{caption\}", style)
    assert "node.Observatory {" in style


def test_a_kind_leaves_as_stix(kinds: House) -> None:
    made = json.loads(kinds.kg("export", "stix-opencti"))["objects"]
    named = {each["name"]: each for each in made if "name" in each}
    assert named["Alleged: North Wind"]["event_types"] == ["exercise"]
    assert "Soldiers announced: 900" in named["Alleged: North Wind"]["description"]
    assert "LTS9" in named["The Lotus"]["description"]
    assert named["The Lotus"]["labels"] == ["observatory"]


def test_a_question_may_name_the_label_and_the_edge_of_a_kind(kinds: House) -> None:
    code = "from kg.questions.lint import known_names; print(*map(sorted, known_names()))"
    assert {"'Exercise'", "'HOSTS'", "'LEASED_FROM'"} <= set(
        re.findall(r"'\w+'", kinds.python("-c", code).out)
    )


def test_the_table_of_kinds_is_read_without_pydantic_once_it_is_written_anew(kinds: House) -> None:
    code = (
        "import sys; from kg.model import table;"
        " print(table.words('de')['kind.Exercise.one'], 'pydantic' in sys.modules)"
    )
    assert kinds.python("-c", code).out.split() == ["Manöver", "True"]
    kinds.python("-m", "kg.model.table")
    assert kinds.python("-c", code).out.split() == ["Manöver", "False"]


def test_a_kind_is_completed(kinds: House) -> None:
    kinds.python("-m", "kg.model.table")  # the Tab key does not wait for pydantic
    words = {"_KG_COMPLETE": "bash_complete", "COMP_CWORD": "2"}
    for line, offered in (("kg show nor", "north-wind"), ("kg find --kind Ob", "Observatory")):
        words |= {"COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
        assert offered in kinds.python("-m", "kg", env=words).out, line
