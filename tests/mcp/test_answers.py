"""What the server answers: rows of the command line, each with the citations it rests on."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from mcp import Client
from mcp_types import TextResourceContents

from kg import api, paths
from kg.questions import library
from tests.cli.tools import clean, spawn
from tests.mcp.conftest import Desk, text_of

CITATION = {
    "claim",
    "says",
    "document",
    "outlet",
    "day",
    "paragraph",
    "start",
    "end",
    "sha256",
    "spot",
    "state",
    "quote",
}


def test_it_offers_five_tools_that_only_read(desk: Desk) -> None:
    async def talk(client: Client) -> list[Any]:
        return (await client.list_tools()).tools

    tools = desk.run(talk)
    assert [tool.name for tool in tools] == ["presets", "ask", "find", "explain", "cypher"]
    for tool in tools:
        assert tool.description
        assert "\n " not in tool.description, "indented as in the source"
        assert tool.annotations.read_only_hint
        assert tool.output_schema
        for name, field in tool.input_schema["properties"].items():
            assert field.get("description"), (tool.name, name)
    (ask,) = [tool for tool in tools if tool.name == "ask"]
    assert ask.input_schema["properties"]["preset"]["enum"] == list(library.files())
    assert "citations" in ask.output_schema["required"]


def test_the_tools_can_be_read_without_a_client(seeds: Path) -> None:
    shown = json.loads(spawn("mcp", "--tools", env={"KG_SEEDS": str(seeds)}).done())
    assert [tool["name"] for tool in shown] == ["presets", "ask", "find", "explain", "cypher"]


def test_presets_are_listed_and_searched(desk: Desk) -> None:
    every = desk.answer("presets")["presets"]
    assert [p["name"] for p in every] == [p.name for p in library.every()]
    some = desk.answer("presets", words="WHO sourced", topic="claims")["presets"]
    assert "who-sourced" in [p["name"] for p in some]
    assert len(some) < len(every)
    (preset,) = [p for p in some if p["name"] == "who-sourced"]
    assert {
        "name": "topic",
        "type": "id<Topic>?",
        "required": False,
        "default": "troop-numbers",
    }.items() <= preset["parameters"][0].items()


def test_ask_gives_the_rows_of_the_command_line(desk: Desk, seeds: Path) -> None:
    answer = desk.answer(
        "ask", preset="who-sourced", parameters={"topic": "troop-numbers", "as_of": "2024-10-13"}
    )
    told = json.loads(
        spawn(
            "ask",
            "who-sourced",
            "--topic",
            "troop-numbers",
            "--as-of",
            "2024-10-13",
            env={"KG_SEEDS": str(seeds)},
        ).done()
    )
    assert answer["rows"] == told
    assert answer["parameters"] == {"topic": "troop-numbers", "as_of": "2024-10-13"}
    assert answer["left_out"] == 0
    assert {c["day"] for c in answer["citations"]} == {"2024-10-13"}, "nothing that was published later"


def test_every_preset_carries_citations(desk: Desk, seeds: Path) -> None:
    """Whatever has rows rests on claims, and their places are told."""
    asked = [(p.name, {"preset": p.name, "parameters": dict(p.needed)}) for p in library.every()]
    answers = desk.call(*(("ask", arguments) for _, arguments in asked))
    places = _places(seeds)
    for (name, _), answer in zip(asked, answers, strict=True):
        assert not answer.is_error, (name, text_of(answer))
        content = answer.structured_content or {}
        if content["rows"]:
            assert content["citations"], name
        for citation in content["citations"]:
            assert citation.keys() == CITATION
            place = (
                citation["claim"],
                citation["document"],
                citation["paragraph"],
                citation["start"],
                citation["end"],
                citation["sha256"],
            )
            assert place in places, name
            assert (citation["state"], citation["quote"]) == ("unverifiable", None)


def _places(seeds: Path) -> set[tuple[Any, ...]]:
    """Return every citation of the facts themselves, read without the server."""
    from kg.sources.seeds import load

    return {
        (fact.id, place.document, place.paragraph, place.start, place.end, place.sha256)
        for fact in load(seeds).facts
        if fact.KIND == "claim"
        for place in fact.cited  # type: ignore[attr-defined]
    }


def test_an_answer_is_narrowed_to_a_collection_and_says_so(desk: Desk) -> None:
    alone = desk.answer("ask", preset="index", collection="North Korea and Russia")
    assert alone["parameters"]["collection"] == "kp-ru"
    assert alone["finding"].startswith("In the collection “North Korea and Russia”: Five documents")
    assert any("kp-ru" in note for note in alone["notes"])
    assert desk.answer("find", words="Kirby", collection="kp-ru")["rows"][0]["id"] == "kirby"
    (wrong,) = desk.call(("cypher", {"statement": "RETURN 1 AS one", "collection": "kp"}))
    assert wrong.is_error
    assert "did you mean 'kp-ru'?" in text_of(wrong)


def test_explain_walks_to_the_root_with_citations(desk: Desk) -> None:
    answer = desk.answer("explain", claim="isw-troops-arrived-2024-10-12")
    assert [hop["claim"] for hop in answer["rows"]] == [
        "isw-troops-arrived-2024-10-12",
        "wapo-troops-training-2024-10-11",
        "wapo-source-troops-training-2024-10-11",
    ]
    assert answer["rows"][-1]["end"] == "root: described, not named"
    assert {c["claim"] for c in answer["citations"]} == {hop["claim"] for hop in answer["rows"]}


def test_citations_are_quoted_and_proven_where_the_texts_are(tmp_path: Path) -> None:
    from tests.cli import corpus

    corpus.write(tmp_path / "seeds")
    texts = corpus.write_texts(tmp_path / "texts")
    with Desk("--sources", str(texts), env={"KG_SEEDS": str(tmp_path / "seeds")}) as desk:
        answer = desk.answer("cypher", statement="MATCH (c:Claim) RETURN c.id AS claim")
    assert answer["citations"]
    for citation in answer["citations"]:
        assert citation["state"] == "verified"
        assert sha256(citation["quote"].encode()).hexdigest() == citation["sha256"]


def test_find_gives_ids_for_any_spelling(desk: Desk) -> None:
    for words, id in (("Nordkorea", "kp"), ("kn23", "kn-23"), ("Путин", "putin")):
        answer = desk.answer("find", words=words)
        assert id in [row["id"] for row in answer["rows"][:3]], (words, answer["rows"])
        assert answer["citations"]
    assert desk.answer("find", words="zzzzqqqq")["rows"] == []


def test_cypher_gives_nodes_as_objects_and_cites_them(desk: Desk) -> None:
    answer = desk.answer(
        "cypher",
        statement="MATCH p = (c:Claim {id: $id})-[:SAID_BY]->(a) RETURN c, p, a.name AS who",
        parameters={"id": "isw-troops-arrived-2024-10-12"},
    )
    (row,) = answer["rows"]
    assert row["c"]["labels"] == ["Claim"]
    assert [node["id"] for node in row["p"]["nodes"]] == ["isw-troops-arrived-2024-10-12", "isw"]
    assert [c["claim"] for c in answer["citations"]] == ["isw-troops-arrived-2024-10-12"]


def test_an_answer_without_claims_says_so(desk: Desk) -> None:
    answer = desk.answer("cypher", statement="MATCH (c:Claim) RETURN count(c) AS claims")
    assert answer["citations"] == []
    assert "no citation: the rows name no claim" in answer["notes"][0]


def test_what_is_to_know_of_a_statement_is_told_although_rows_are_left_out(desk: Desk) -> None:
    statement = "MATCH (c:Claim) WHERE c.said <> '2024-10-11' RETURN c.id AS id"
    remark = "c.said holds days and '2024-10-11' is text: they never compare; write date('2024-10-11')."
    answer = desk.answer("cypher", statement=statement, rows=3)
    assert answer["notes"] == ["the first 3 rows; there are more", remark]
    assert (len(answer["rows"]), answer["left_out"]) == (3, None)
    nothing = desk.answer("cypher", statement=statement.replace("<>", "="))
    assert (nothing["rows"], nothing["notes"][0]) == ([], remark)


def test_documents_and_glossary_are_resources(desk: Desk) -> None:
    async def talk(client: Client) -> tuple[list[str], str, str]:
        named = [str(resource.uri) for resource in (await client.list_resources()).resources]
        texts = []
        for uri in named:
            (content,) = (await client.read_resource(uri)).contents
            assert isinstance(content, TextResourceContents)
            texts.append(content.text)
        return (named, *texts)  # type: ignore[return-value]

    named, documents, glossary = desk.run(talk)
    assert named == ["kg://documents", "kg://glossary"]
    assert {row["document"] for row in json.loads(documents)} == {row["document"] for row in api.ask("index")}
    assert glossary == Path(paths.glossary()).read_text(encoding="utf-8")


def test_a_load_is_not_locked_out_and_the_next_answer_is_new(tmp_path: Path) -> None:
    from tests.cli import corpus

    corpus.write(tmp_path / "seeds")
    env = {"KG_SEEDS": str(tmp_path / "seeds")}
    count = ("cypher", {"statement": "MATCH (c:Claim) RETURN count(c) AS claims"})

    async def talk(client: Client) -> list[Any]:
        before = await client.call_tool(*count)
        facts = corpus.facts()
        corpus.claim(facts, "bb-denial")["paraphrase"] = "Betaland denies it, as somebody found out later."
        corpus.write(tmp_path / "seeds", facts)
        assert spawn("load", env=env).code == 0
        after = await client.call_tool(
            "cypher", {"statement": "MATCH (c:Claim {id: 'bb-denial'}) RETURN c.paraphrase AS says"}
        )
        return [before.structured_content, after.structured_content]

    with Desk(env=env) as desk:
        before, after = desk.run(talk)
    assert before["rows"][0]["claims"] > 0
    assert after["rows"] == [{"says": "Betaland denies it, as somebody found out later."}]


def test_without_the_sdk_it_says_how_to_get_it(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['mcp'] = None\n", encoding="utf-8")
    ran = spawn("mcp", "--tools", env={"KG_SEEDS": str(seeds), "PYTHONPATH": str(tmp_path)})
    ran.failed("the SDK of the Model Context Protocol is not installed", "pip install 'kg-arms[mcp]'")


@pytest.mark.parametrize("store", ["nowhere.grafeo", "ftp://x"])
def test_a_store_that_is_not_there_is_reported_before_serving(store: str, seeds: Path) -> None:
    ran = spawn("mcp", "--store", store, env=clean({"KG_SEEDS": str(seeds)}))
    assert ran.code in (1, 2)
    assert ran.out == ""
    assert ran.err.startswith("error: ")
