"""`--collection`: each command answers from the documents of one collection, and says so."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.questions.names import names_for
from tests.cli import corpus
from tests.cli.tools import run

EVENT = "aa-bb-howitzers"
DECLARED = [
    {"id": name.lower(), "name": name, "name_de": german, "description": f"What {name} say."}
    for name, german in (("Papers", "Zeitungen"), ("Waves", "Wellen"))
]


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand where the article is in one collection, and the radio that retells it in another."""
    facts = corpus.facts()
    facts["collections.yaml"] = {"collections": DECLARED}
    facts["documents/2026-01-05-post.yaml"]["documents"][0]["collection"] = "papers"
    facts["documents/2026-01-06-radio.yaml"]["documents"][0]["collection"] = "waves"
    monkeypatch.setenv("KG_SEEDS", str(corpus.write(tmp_path / "seeds", facts)))
    return tmp_path


def rows(*call: str) -> list[dict[str, Any]]:
    answer: list[dict[str, Any]] = json.loads(run(*call, "--format", "json").done())
    return answer


@pytest.mark.usefixtures("two")
def test_a_chain_is_followed_to_its_end_and_nothing_else_is_heard_that_is_printed_elsewhere() -> None:
    (everywhere,) = (row for row in rows("status") if row["event"] == EVENT)
    assert (everywhere["status"], everywhere["denied_by"]) == ("disputed", ["Betaland"])
    (alone,) = rows("status", "--collection", "waves")
    assert (alone["event"], alone["status"], alone["denied_by"]) == (EVENT, "supported", [])
    (way,) = json.loads(run("explain", "radio-howitzers", "--collection", "waves", "--format", "json").done())
    assert [hop["speaker"] for hop in way["hops"]][-1] == "A harbour pilot"
    told = {row["document"]: row["claims"] for row in rows("ask", "index", "--collection", "waves")}
    assert told == {"radio-2026-01-06": 1, "post-2026-01-05": 3}, "with the places of what is passed on"
    assert {row["document"] for row in rows("ask", "index", "--collection", "papers")} == {"post-2026-01-05"}


CALLS = (
    ["find", "Engineers in Betaland", "--kind", "Deployment"],
    ["show", "aa-engineers"],
    ["explain", "engineers-300"],
    ["view", "aa-engineers", "--format", "svg", "-o", "-"],
    ["ask", "timeline", "--event", "aa-engineers"],
    ["roots", "--event", "aa-engineers"],
)


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("call", CALLS, ids=[call[0] for call in CALLS])
def test_what_another_collection_tells_is_not_there(call: list[str]) -> None:
    assert run(*call, "--collection", "papers").code == 0
    ran = run(*call, "--collection", "waves")
    assert ran.code != 0
    assert ran.err.startswith("error: ")


@pytest.mark.usefixtures("two")
def test_what_has_no_rows_to_miss_is_narrowed_too() -> None:
    statement = "MATCH (e:Event) RETURN e.id AS id"
    assert rows("cypher", statement, "--collection", "waves") == [{"id": EVENT}]
    assert "aa-engineers" not in run("export", "jsonl", "--collection", "waves").done()
    typed = run("shell", "--collection", "waves", "--format", "csv", stdin=f"{statement};\n".encode())
    assert typed.done().split() == ["id", EVENT]
    assert "aa-engineers" not in run("what was shipped", "--collection", "waves").out


@pytest.mark.usefixtures("two")
def test_a_name_will_do_and_what_leaves_the_desk_says_what_it_was_narrowed_to() -> None:
    ran = run("ask", "index", "--collection", "Wellen", "--format", "html")
    assert ran.err == "note: understood 'Wellen' as waves\n"
    assert "In the collection “Waves”: " in ran.out
    for what in ("flows", EVENT, None):
        words = [what] if what else []
        svg = run(
            "view", *words, "--format", "svg", "--collection", "waves", "--lang", "de", "-o", "-"
        ).done()
        assert "n der Sammlung „Wellen“" in svg.replace("\n", " ")
    run("ask", "index", "--collection", "wave").refused("expected one of papers, waves", "'waves'?")
    run("ask", "ledger", "--collection", "waves", "--cypher").refused("kg load --collection")


def test_it_is_kept_beside_the_default_store_until_the_facts_change(two: Path) -> None:
    run("ask", "index", "--collection", "waves").done()
    kept = two / "build" / "kg.waves.grafeo"
    before = kept.stat().st_mtime_ns
    run("ask", "index", "--collection", "waves").done()
    assert kept.stat().st_mtime_ns == before
    file = two / "seeds/documents/2026-01-06-radio.yaml"
    file.write_text(file.read_text("utf-8").replace("Evening news", "Morning news"), "utf-8")
    assert "Morning news" in run("ask", "index", "--collection", "waves").done()
    kept.unlink()
    kept.mkdir()
    assert len(rows("ask", "index", "--collection", "waves")) == 2, "from memory"
    os.rmdir(kept)


def test_a_store_may_hold_one_collection_alone(two: Path) -> None:
    store = str(two / "waves.grafeo")
    assert "is loaded" in run("load", "--collection", "waves", "--store", store).done()
    alone = run("ask", "index", "--store", store, "--format", "csv").done()
    assert alone == run("ask", "index", "--collection", "waves", "--format", "csv").done()
    assert "In the collection “Waves”" in run("ask", "index", "--store", store, "--format", "html").done()
    run("load", "--collection", "waves").refused("--store")
    run("load", __file__, "--collection", "waves").refused("kg export jsonl --collection")


@pytest.mark.usefixtures("two")
def test_the_library_narrows_any_store() -> None:
    with kg.open_store("memory") as whole, kg.open_store(collection="waves") as waves:
        one = kg.ask("index", store=whole, collection="waves")
        assert (
            one.dicts() == kg.ask("index", store=waves).dicts() == kg.ask("index", collection="waves").dicts()
        )
        assert one.finding("de").startswith("In der Sammlung „Wellen“")
        assert (
            kg.explain("radio-howitzers", store=whole, collection="waves")[-1]["claim"] == "pilot-howitzers"
        )
        assert not kg.search("engineers", store=whole, collection="waves")
        assert kg.cypher("MATCH (e:Event) RETURN e.id AS id", store=whole, collection="waves").dicts() == [
            {"id": EVENT}
        ]
        assert len(kg.ask("index", store=whole)) == 2


@pytest.mark.usefixtures("two")
def test_a_question_in_words_does_not_take_the_name_of_a_collection_for_a_thing() -> None:
    with kg.open_store() as store:
        labels = [label for name in names_for(store, "papers on howitzers") for label in name.labels]
    assert "Collection" not in labels
    assert "Document" in labels


@pytest.mark.slow
def test_a_site_says_which_collection_it_shows(two: Path) -> None:
    run("site", two / "site", "--collection", "waves", "--lang", "de")
    assert not (two / "site/event/aa-engineers.html").exists()
    assert "Nur die Sammlung „Wellen“." in (two / "site/index.html").read_text("utf-8")
    assert "--collection waves" in (two / "site/about.html").read_text("utf-8")
