"""A stance is one row: a test adds two rows to a copy of the program, and looks for them in every output."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli import corpus
from tests.contract.house import House, packed, viewer

DOUBT, FOR = "insinuates", "repeats-of-own"
ROWS = '''
    "insinuates": Stance(
        "doubt",
        LineLook("#8c2f6b", "#e58cc6", (9, 2, 2, 2), "circle", dots=(1, 2, 1, 7)),
        view="open",
        sign="~",
        badge="question",
        glyph="triangle",
        colour=YELLOW,
        words={
            "en": Wording("insinuates", "Insinuated", "hints that it is not so"),
            "de": Wording("unterstellt", "Unterstellt", "deutet an, dass es nicht so ist"),
        },
    ),
    "repeats-of-own": Stance(
        "for",
        LineLook("#1b5e20", "#81c784", (20, 3), dots=(1, 6)),
        view="so",
        sign="∞",
        badge="",
        glyph="",
        colour=BLUE,
        words={"en": Wording("repeats its own words", "Repeated", "says once more that it is so")},
    ),
}
"""Every stance by its word, in the order of legends and pages."""
'''
"""Two rows: one with words in both languages, one with English words only."""


def _facts() -> dict[str, Any]:
    """Return the small corpus, in which a radio hints that nobody came, and a paper repeats a number."""
    facts = corpus.facts()
    known = corpus.claim(facts, "engineers-300")
    told = {"said": "2026-01-05", "about": "aa-engineers", "topic": "arms"}
    facts["documents/2026-01-05-post.yaml"]["claims"] += [
        {
            **told,
            "cited": [dict(known["cited"][0])],
            "id": "radio-hint",
            "stance": DOUBT,
            "speaker": "radio",
            "paraphrase": "The radio hints that nobody came.",
            "answers": ["engineers-300"],
        },
        {
            **told,
            "cited": [dict(known["cited"][0])],
            "id": "times-again",
            "stance": FOR,
            "speaker": "times",
            "paraphrase": "The Times says once more that 200 came.",
            "quantity": {"low": 200, "high": 200, "unit": "engineers", "mode": "stock", "wording": "200"},
        },
    ]
    return facts


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """The program with two more rows, and seeds that use them."""
    house = House(tmp_path_factory.mktemp("new-stance"))
    table = house.path / "kg" / "model" / "stances.py"
    before, end, after = table.read_text("utf-8").partition('\n}\n"""Every stance by its word')
    assert end
    table.write_text(before + ROWS + after.partition('"""\n')[2], "utf-8")
    corpus.write(house.path / "seeds", _facts())
    return house


def rows(house: House, *words: str) -> list[dict[str, Any]]:
    """Return the rows of a question."""
    answer: list[dict[str, Any]] = json.loads(house.kg(*words, "--format", "json"))
    return answer


def row(house: House, key: str, value: str, *words: str) -> dict[str, Any]:
    """Return the one row of a question whose column has a value."""
    (match,) = (r for r in rows(house, *words) if r[key] == value)
    return match


def test_check_knows_both_and_names_them_to_who_writes_a_third(house: House) -> None:
    assert "error" not in house.kg("check")
    facts = _facts()
    corpus.claim(facts, "radio-hint")["stance"] = "insinuate"
    corpus.write(house.path / "wrong", facts)
    said = house.kg("check", "--seeds", "wrong", code=1)
    assert "did you mean 'insinuates'" in said
    assert FOR in said


def test_presets_count_them_by_their_side(house: House) -> None:
    deployment = row(house, "deployment", "aa-engineers", "ask", "deployments")
    assert (deployment["asserted"], deployment["denied"], deployment["questioned"]) == (2, 0, 1)
    assert row(house, "event", "aa-engineers", "ask", "disputed")["questioned_by"] == ["Radio Gamma"]
    assert row(house, "claim", "radio-hint", "ask", "denied-or-doubted")["stance"] == DOUBT
    assert row(house, "actor", "times", "ask", "on-the-record")["asserts"] == 2
    assert row(house, "actor", "radio", "ask", "on-the-record")["questions"] == 1
    assert [r["claim"] for r in rows(house, "ask", "answers", "--stance", DOUBT)] == ["radio-hint"]


def test_analyses_count_them_by_their_side(house: House) -> None:
    status = row(house, "event", "aa-engineers", "status")
    assert status["status"] == "unconfirmed"
    assert "Alpha Times" in status["asserted_by"]
    assert status["questioned_by"] == ["Radio Gamma"]
    assert row(house, "about", "aa-engineers", "according-to", "radio")["view"] == "open"
    assert row(house, "about", "aa-engineers", "according-to", "times")["view"] == "so"
    pairs = rows(house, "contradictions", "--topic", "arms")
    both = [r for r in pairs if {"times-again", "engineers-300"} <= set(r.values())]
    assert [r["verdict"] for r in both] == ["incomparable"], "one of them counts at a day that is left open"
    assert any("times-again" in str(r) for r in rows(house, "timeline"))
    for words in (["roots"], ["echoes"], ["drift"], ["keystones"], ["without", "times"], ["timeline"]):
        house.kg(*words, "--format", "json")


def test_pictures_have_look_and_words(house: House) -> None:
    house.kg("view", "aa-engineers", "--as", "figures", "--format", "svg", "--output", "build/figures.svg")
    drawn = house.read("figures.svg")
    assert "insinuates" in drawn
    assert "repeats its own words" in drawn
    assert "#8c2f6b" in drawn
    house.kg(
        "view",
        "aa-engineers",
        "--as",
        "figures",
        "--lang",
        "de",
        "--format",
        "svg",
        "--output",
        "build/de.svg",
    )
    assert "unterstellt" in house.read("de.svg")
    assert "repeats its own words" in house.read("de.svg"), "English where a row has no other words"
    house.kg("view", "--as", "network", "--format", "svg", "--output", "build/network.svg")
    assert "#8c2f6b" in house.read("network.svg")


def test_the_page_has_both_in_legend_table_and_cards(house: House) -> None:
    house.kg("view", "--output", "build/page.html")
    page = house.read("page.html")
    script = viewer(page)
    for word in ("Insinuated", "Unterstellt", "Repeated", "repeats its own words"):
        assert word in script
    looks = re.search(r"const LOOKS = (.*);\n", script)
    assert looks
    stances = json.loads(looks[1])["stances"]
    assert (stances[DOUBT]["side"], stances[DOUBT]["sign"], stances[FOR]["side"]) == (
        "doubt",
        "question",
        "for",
    )
    assert {DOUBT, FOR} <= {p.get("stance") for data in packed(page) for p in _properties(data)}


def _properties(data: Any) -> list[dict[str, Any]]:
    known = data.get("facts") if isinstance(data, dict) else None
    return known["props"] if known else []


def test_the_site_has_both_on_their_event_in_legend_and_search(house: House) -> None:
    house.kg("site", "build/site")
    event = house.read("site/event/aa-engineers.html")
    assert "Insinuated" in event
    assert "The radio hints that nobody came." in event
    assert "~</span> insinuates" in event
    assert 'class="claim side-doubt' in event
    assert "Repeated" in event
    about = house.read("site/about.html")
    assert "hints that it is not so" in about
    assert "says once more that it is so" in about
    assert any(
        "hints that nobody came" in p.read_text("utf-8") for p in Path(house.built, "site").rglob("*.js*")
    )


def test_exports_and_schemas_hold_both(house: House) -> None:
    lines = [json.loads(line) for line in house.kg("export", "jsonl").splitlines()]
    assert {DOUBT, FOR} <= {line.get("stance") for line in lines}
    house.kg("export", "neo4j-admin", "build/admin")
    header = next(csv.reader(house.read("admin/nodes-Claim-header.csv").splitlines()))
    place = [name.partition(":")[0] for name in header].index("side")
    sides = {line[0]: line[place] for line in csv.reader(house.read("admin/nodes-Claim.csv").splitlines())}
    assert (sides["radio-hint"], sides["times-again"]) == ("doubt", "for")
    house.kg("export", "schemas", "build/schemas")
    schema = json.loads(house.read("schemas/claim.schema.json"))
    assert {DOUBT, FOR} <= set(schema["properties"]["stance"]["enum"])


def test_a_streamed_load_gives_the_same_sides(house: House) -> None:
    house.kg("export", "jsonl", "--output", "build/lines.jsonl")
    house.kg("load", "build/lines.jsonl", "--store", "build/copy.grafeo")
    asked = "MATCH (c:Claim) RETURN c.id AS id, c.side AS side, c.stance AS stance ORDER BY id"
    claims = rows(house, "cypher", asked, "--store", "build/copy.grafeo")
    assert claims == rows(house, "cypher", asked)
    assert {r["id"]: r["side"] for r in claims}["radio-hint"] == "doubt"


def test_shortcuts_browser_and_terminal_follow(house: House) -> None:
    ends = "(:Event {id: 'aa-engineers'})-[r]->(a:Actor)"
    asked = f"MATCH {ends} RETURN type(r) AS edge, a.id AS actor, r.rule AS rule"
    edges = {r["actor"]: (r["edge"], r["rule"]) for r in rows(house, "cypher", asked) if r["rule"]}
    assert edges["radio"][0] == "QUESTIONED_BY"
    assert "insinuates" in edges["radio"][1]
    assert edges["times"][0] == "CLAIMED_BY"
    style = house.kg("browser", "style")
    assert re.search(r"relationship\.QUESTIONED_BY \{[^}]*caption: '\{stance\}'", style)
    assert "[{stance}]" in style
    table = house.kg("ask", "denied-or-doubted", "--format", "table", "--color", "always")
    assert "\x1b[33minsinuates\x1b[0m" in table


def test_completion_offers_both(house: House) -> None:
    house.kg("ask", "index")  # the default store is built
    words = ("kg ask answers --stance ins", "kg ask answers --stance rep")
    said = [
        house.python(
            "-m", "kg", env={"_KG_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": "4"}
        ).out
        for line in words
    ]
    assert DOUBT in said[0]
    assert FOR in said[1]
