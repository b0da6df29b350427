"""Of what is held back no word, id, name or day occurs anywhere in what leaves."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from kg import api
from kg.errors import CallError, ExportError
from kg.findings.names import with_finding
from kg.formats import formats, renderer
from kg.formats.stored import Stored
from kg.load.narrowed import narrowed
from kg.load.seeds import plan_facts
from kg.mcp.tools import Tools
from kg.model.convert import facts_of
from kg.model.sharing import Only
from kg.picture.contents import draw_fact, draw_graph, see
from kg.picture.out.page.pack import unpack_text
from kg.questions import library
from kg.questions.allowed import allowed
from kg.questions.run import run
from kg.site.make import build
from kg.site.options import Options
from kg.store import Store, connect, statements
from tests.property.secrets_in import TRACE, WORD, secret

WAYS = [pytest.param(seed, Only(mark="green"), id=f"mark-{seed}") for seed in range(2)]
WAYS += [pytest.param(3, Only(None, "clear", True), id="reviewed")]


def told(note: str) -> None:
    """Take no note."""


def stored(seed: int, only: Only) -> tuple[Store, Store]:
    """Return a store with secrets, and what may be shared of it."""
    whole = connect("memory")
    facts = secret(seed, unreviewed=only.reviewed)
    plan_facts(facts, whole, "all").run()
    return whole, narrowed(whole, only, told, lambda plan: plan.run())


def texts(value: Any) -> Iterator[str]:
    """Yield all texts in what a format gives, unpacked."""
    if isinstance(value, Mapping):
        for name, part in value.items():
            yield str(name)
            yield from texts(part)
    elif isinstance(value, bytes):
        opened = gzip.decompress(value) if value.startswith(b"\x1f\x8b") else value
        yield from texts(opened.decode("latin-1"))
    elif isinstance(value, str):
        yield value
        for packed in re.findall(r"[A-Za-z0-9+/]{200,}={0,2}", value):
            with suppress(ValueError, OSError):
                yield unpack_text(packed)
    else:
        yield json.dumps(value, default=str, ensure_ascii=False)


def clean(what: str, value: Any) -> None:
    """Demand that nothing of the secrets is in a value."""
    for text in texts(value):
        found = TRACE.search(text)
        assert not found, f"{what}: ...{text[max(0, found.start() - 80) : found.end() + 40]}..."


@pytest.mark.parametrize(("seed", "only"), WAYS)
def test_nothing_of_it_is_in_the_store_or_in_what_is_exported(seed: int, only: Only, tmp_path: Path) -> None:
    whole, own = stored(seed, only)
    assert TRACE.search(repr(whole.read()))
    graph = own.read()
    clean("rows", repr(graph))
    clean("fingerprint", own.fingerprint() or "")
    assert own.held_back is not None
    assert own.held_back.record["claims"] == own.held_back.claims >= 4
    assert own.held_back.record["documents"] == "fewer than 3"
    facts = facts_of(graph)
    assert any(fact.KIND == "claim" and fact.held_back for fact in facts)  # type: ignore[attr-defined]
    for each in formats("graph", "facts", "tables").values():
        options = {name: default for name, (default, _) in each.options.items()}
        with suppress(ExportError):
            render = each.render
            if each.of == "facts":
                made = render(facts, **options)
                clean(each.name, made.content)
                clean(each.name, made.loss.record(len(facts)))
            elif each.of == "graph":
                clean(each.name, render(Stored(lambda: (graph, own.fingerprint() or "")), **options))
            else:
                render(own, tmp_path / each.name)
                for file in (tmp_path / each.name).rglob("*"):
                    clean(each.name, file.read_bytes() if file.is_file() else file.name)


@pytest.mark.parametrize(("seed", "only"), WAYS)
def test_nothing_of_it_is_in_an_answer(seed: int, only: Only) -> None:
    _, own = stored(seed, only)
    for question in library.every():
        needed = [parameter for parameter in question.parameters if parameter.required]
        given = {p.name: next((one.value for one in allowed(p, own)), "kirby") for p in needed}
        try:
            result = with_finding(run(question, own, given), own)
        except CallError as error:  # an id that the question asks for by itself is not there
            clean(question.name, str(error))
            continue
        clean(question.name, [*result[:2], result.note, result.finding, result.parameters])
        for style in formats("answer") if question.name == "roots" else ("json", "table"):
            with suppress(ExportError):
                clean(f"{question.name} {style}", renderer(style)(result))
    for id_ in [id_ for id_, *_ in own.query(statements.ALL_IDS, {}).rows if id_.startswith("claim-")]:
        clean("explain", api.explain(id_, store=own).dicts())
    assert not api.search(WORD, store=own).dicts()


@pytest.mark.parametrize(("seed", "only"), WAYS[::2])
def test_nothing_of_it_is_told_to_an_assistant_or_on_a_page(seed: int, only: Only, tmp_path: Path) -> None:
    place = str(tmp_path / "whole.grafeo")
    with connect(place) as whole:
        plan_facts(secret(seed, unreviewed=only.reviewed), whole, "file:all").run()
    tools = Tools(place, only=only)
    asked = [tools.ask(name, {}, 50) for name in ("index", "roots", "echoes", "status")]
    every = tools.cypher("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n, r", {}, 500, 20)
    claim = next(row["n"]["id"] for row in every.rows if "Claim" in row["n"]["labels"])
    for answer in (*asked, every, tools.explain(claim), tools.find("paper", 50)):
        clean("mcp", answer.model_dump_json())
        assert any(note.startswith("held back: ") for note in answer.notes)
    assert not tools.find(WORD, 50).rows
    with tools.open([]) as own:
        seen = see(own)
        drawings = [draw_graph(seen), draw_fact("kp", seen)]
        assert f"arked {only.mark} at most" in drawings[0].finding
        for each in formats("page").values():
            page = each.render(drawings, title="x", context=seen.graph, world=seen.world)
            clean(each.name, page)
        clean("drawings", repr(drawings))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("seed", "only"), WAYS[::2])
def test_nothing_of_it_is_on_a_site(seed: int, only: Only, language: str) -> None:
    _, own = stored(seed, only)
    files = build(own, Options(language)).files
    for name, content in files.items():
        clean(name, name)
        clean(name, content)
    about = files["about.html"].decode()
    assert {"en": "Held back: 4 claims", "de": "Zurückgehalten: 4 Behauptungen"}[language] in about
    assert "%)" in about, "how much was reviewed"
