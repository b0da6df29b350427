"""`--mark` and `--reviewed`: what is not for everybody stays at the desk, and every way out says how much."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import kg
from kg.cli._group import group
from kg.errors import CallError
from kg.model.review import content_hash
from kg.sources.seeds import load
from tests.cli import corpus
from tests.cli.tools import run

NOTE = "note: held back: fewer than 3 claims (marked stricter than green, or withdrawn)\n"


def _sharing(tmp_path: Path, **marks: str) -> Path:
    """Write the small corpus with marks by claim, and reviews of all claims but one, and return it."""
    facts = corpus.facts()
    for id_, mark in marks.items():
        corpus.claim(facts, id_.replace("_", "-"))["mark"] = mark
    folder = corpus.write(tmp_path / "seeds", facts)
    for claim in (fact for fact in load(str(folder)).facts if fact.KIND == "claim"):
        if claim.id != "times-howitzers":
            review = {"by": "mk", "on": "2026-12-01", "of": content_hash(claim), "verdict": "accepted"}
            corpus.claim(facts, claim.id)["reviews"] = [review]
    return corpus.write(folder, facts)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand where the middle of a chain is for a few, and reviewed by nobody."""
    monkeypatch.delenv("KG_MARK", raising=False)
    monkeypatch.setenv("KG_SEEDS", str(_sharing(tmp_path, times_howitzers="amber")))
    return tmp_path


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("how", [("--mark", "green"), ("--reviewed",)], ids=["mark", "reviewed"])
def test_a_chain_leads_through_what_is_held_back(how: tuple[str, ...]) -> None:
    ran = run("explain", "radio-howitzers", *how, "--format", "json")
    assert ran.err.startswith("note: held back: fewer than 3 claims (")
    (way,) = json.loads(ran.out)
    assert [hop["claim"] for hop in way["hops"]][:2] == ["radio-howitzers", "post-howitzers"]
    assert way["hops"][-1]["claim"] == "pilot-howitzers"
    between = way["hops"][2]
    assert between["claim"].startswith("held-back-")
    assert (between["speaker"], between["attribution"], between["paraphrase"]) == (None, *["held back"] * 2)
    told = run("explain", "radio-howitzers", *how, "--format", "table").out
    assert "?? (held back)" in told
    assert "Times" not in told


def test_no_file_is_kept_of_what_may_be_shared(desk: Path) -> None:
    assert '"held back"' in run("export", "jsonl", "--mark", "green").out
    assert [file.name for file in (desk / "build").glob("*.grafeo")] == ["kg.grafeo"]


def test_what_was_shared_is_a_graph_like_any_other(desk: Path) -> None:
    lines, store = str(desk / "shared.jsonl"), str(desk / "shared.grafeo")
    assert run("export", "jsonl", "--mark", "green", "-o", lines).err.startswith(NOTE)
    assert "is loaded" in run("load", lines, "--store", store).out
    ends = json.loads(run("roots", "--event", "aa-bb-howitzers", "--store", store, "--format", "json").out)
    assert ends == json.loads(
        run("roots", "--event", "aa-bb-howitzers", "--mark", "green", "--format", "json").out
    )


def test_a_store_may_hold_only_what_may_be_shared(desk: Path) -> None:
    store = str(desk / "green.grafeo")
    assert "is loaded" in run("load", "--mark", "green", "--store", store).out
    ran = run("show", "times-howitzers", "--store", store)
    assert ran.code != 0
    assert NOTE in ran.err
    ran = run("ask", "index", "--store", store, "--format", "html")
    assert "Marked green at most: " in ran.out
    run("load", "--mark", "green").refused("the default store holds all facts", "--store")


@pytest.mark.usefixtures("desk")
def test_whoever_exports_all_hears_that_not_all_is_for_everybody(desk: Path) -> None:
    told = (
        "note: 1 claim and 0 documents in it are marked stricter than clear; '--mark clear' leaves them out\n"
    )
    assert told in run("export", "csl").err
    assert told not in run("export", "csl", "--mark", "clear").err
    assert run("export", "csl", "--mark", "green", "-o", desk / "x.json").err.startswith(NOTE)
    lost = json.loads((desk / "x.json.loss.json").read_text("utf-8"))["held back"]
    assert lost == {"claims": "fewer than 3", "documents": 0, "mark": "green", "reviewed": False}


@pytest.mark.usefixtures("desk")
def test_a_document_without_a_mark_has_that_of_the_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_MARK", "amber")
    assert "held back: 6 claims, fewer than 3 documents (" in run("ask", "index", "--mark", "green").err
    monkeypatch.setenv("KG_MARK", "amba")
    run("ask", "index", "--mark", "green").refused("KG_MARK is 'amba'", "did you mean 'amber'?")


@pytest.mark.usefixtures("desk")
def test_a_mark_that_is_none_is_refused() -> None:
    run("ask", "index", "--mark", "gren").refused("one of clear, green, amber", "did you mean 'green'?")
    run("mcp", "--drafts", "--mark", "green", "--tools").refused("--drafts shows whole documents")
    run("ask", "ledger", "--mark", "green", "--cypher").refused("--mark", "kg load")
    with pytest.raises(CallError, match="'gren' is no mark"):
        kg.open_store("memory", mark="gren")


@pytest.mark.usefixtures("desk")
def test_the_library_holds_back_too() -> None:
    with kg.open_store("memory", mark="green", reviewed=True) as store:
        assert store.held_back is not None
        assert store.held_back.record["claims"] == "fewer than 3"
        assert (
            kg.ask("index", store=store).finding("de").startswith("Höchstens green eingestuft, nur Geprüftes")
        )


def _commands(one: click.Command, called: str) -> Iterator[tuple[str, set[str]]]:
    """Yield the options of every command by what calls it."""
    yield called, {option for parameter in one.params for option in parameter.opts}
    if isinstance(one, click.Group):
        for name in one.list_commands(click.Context(one)):
            below = one.get_command(click.Context(one), name)
            assert below is not None
            yield from _commands(below, f"{called} {name}")


def test_whatever_takes_a_collection_takes_a_mark() -> None:
    every = dict(_commands(group, "kg"))
    taking = {name: own for name, own in every.items() if "--collection" in own and name != "kg add"}
    assert len(taking) > 60
    assert not [name for name, own in taking.items() if not {"--mark", "--reviewed"} <= own]
