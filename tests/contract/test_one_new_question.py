"""A new question is one new file, in Cypher or in Python, and is then everywhere that questions are."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.contract.house import House

CYPHER = """\
// Who hums about an event?
// :title-de Wer summt über ein Ereignis?
// :asked   humming; who is humming; Gesumme
// :about   One row per claim about the event.
// :param   event id<Event>   only this event and its parts
// :param   as_of date? = null   only what was published on or before this day
// :example --event aa-bb-howitzers
// :returns claim str, stance str
// :key     claim
// :order   claim
// :tags    humming
MATCH (e:Event {id: $event})<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of
RETURN c.id AS claim, c.stance AS stance
ORDER BY claim;
// :graph
MATCH p = (:Event {id: $event})<-[:ABOUT]-(c:Claim)-[:SAID_BY]->(:Actor)
WHERE $as_of IS NULL OR c.known_from <= $as_of
RETURN p;
"""
PYTHON = '''\
"""How often does each speaker whistle?

:title-de Wie oft pfeift jeder Sprecher?
:asked    whistling; who whistles most often; Gepfeife
:about    One row per speaker.
:param    tone choice<high|low> = "high"   how to whistle
:example  --topic arms
:example  --tone low --as-of 2026-01-05
:returns  actor str, tone choice<high|low>, claims list<str>
:key      actor
:order    actor
:tags     whistling
"""

from __future__ import annotations

from kg.questions.scope import Answer, Scope


def answer(scope: Scope) -> Answer:
    """Return who said what."""
    told: dict[str, list[str]] = {}
    for claim in scope.world.claims.values():
        if claim.speaker is not None and (scope.among is None or claim.id in scope.among):
            told.setdefault(claim.speaker, []).append(claim.id)
    return Answer((actor, scope.parameters["tone"], claims) for actor, claims in sorted(told.items()))
'''
NEW = {
    "who-hums": ("Who hums about an event?", {"event": "aa-bb-howitzers"}),
    "whistles-of": ("How often does each speaker whistle?", {"topic": "arms"}),
}

DRIVER = '''\
import contextlib, io, json, os, sys
from pathlib import Path

from kg.cli import main

def kg(*words):
    """Return the exit code and what the call printed."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main(list(words))
        except SystemExit as end:
            code = end.code or 0
    return [code, out.getvalue(), err.getvalue()]

said = {}
for name, (title, parameters) in json.loads(sys.argv[1]).items():
    options = [word for key, value in parameters.items() for word in (f"--{key}", value)]
    said[f"ask {name}"] = kg("ask", name, *options, "--format", "json")
    said[f"short {name}"] = kg(name, *options, "--format", "json")
    said[f"graph {name}"] = kg("ask", name, *options, "--format", "graph")
    said[f"help {name}"] = kg("ask", name, "--help")
    said[f"words {name}"] = kg("ask", title, *options, "--format", "json")
    pairs = [word for key, value in parameters.items() for word in ("--param", f"{key}={value}")]
    said[f"view {name}"] = kg("view", name, *pairs, "--format", "json", "--output", "-")
said["presets"] = kg("presets", "--format", "json")
said["search"] = kg("presets", "--search", "whistling", "--format", "json")
said["help"] = kg("--help")
said["ask help"] = kg("ask", "--help")
said["site"] = kg("site", "pages")
said["browser"] = kg("browser", "export", "browser")

import kg as library
from kg.questions.library import every
from kg.questions.reference import markdown
from kg.mcp.server import server
from kg.mcp.tools import Tools
from kg.shell.known import completer

said["list"] = [q.name for q in library.list_presets()]
said["reference"] = markdown(every())
tools = Tools()
said["mcp list"] = [p.name for p in tools.presets("", "").presets]
for name, (_, parameters) in json.loads(sys.argv[1]).items():
    answer = tools.ask(name, parameters, 10)
    said[f"library {name}"] = len(library.ask(name, **parameters))
    said[f"mcp {name}"] = [len(answer.rows), len(answer.citations)]
with library.open_store() as store:
    complete = completer(store, dict)
    said["shell names"] = [c.word for c in complete(":ask wh")]
    said["shell parameters"] = [c.word for c in complete(":ask whistles-of to")]
    said["shell values"] = [c.word for c in complete(":ask whistles-of tone=")]
print(json.dumps(said))
'''


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A copy of the program with one new question of each sort."""
    house = House(tmp_path_factory.mktemp("new-question"))
    house.add("cypher/claims/who-hums.cypher", CYPHER)
    house.add("kg/questions/analyses/whistles_of.py", PYTHON)
    return house


def _python(house: House, *words: str, **variables: str) -> str:
    ran = house.python(*words, env={"NO_COLOR": "1", "COLUMNS": "100", **variables})
    assert ran.code == 0, ran.err
    return ran.out


@pytest.fixture(scope="module")
def said(house: House) -> dict[str, Any]:
    """Everything that the copy of the program says when it is asked in every way."""
    told: dict[str, Any] = json.loads(_python(house, "-c", DRIVER, json.dumps(NEW)))
    return told


def _done(call: tuple[int, str, str]) -> str:
    code, out, err = call
    assert code == 0, err
    return out


@pytest.mark.parametrize("name", NEW)
def test_it_is_asked_by_name_and_in_short(name: str, said: dict[str, Any]) -> None:
    rows = json.loads(_done(said[f"ask {name}"]))
    assert rows
    assert json.loads(_done(said[f"short {name}"])) == rows
    assert said[f"library {name}"] == len(rows)


@pytest.mark.parametrize("name", NEW)
def test_it_is_asked_in_words(name: str, said: dict[str, Any]) -> None:
    assert json.loads(_done(said[f"words {name}"])) == json.loads(_done(said[f"ask {name}"]))
    assert f"understood: {name}" in said[f"words {name}"][2]


@pytest.mark.parametrize("name", NEW)
def test_it_is_drawn(name: str, said: dict[str, Any]) -> None:
    assert json.loads(_done(said[f"graph {name}"]))["edges"]
    assert json.loads(_done(said[f"view {name}"]))


@pytest.mark.parametrize("name", NEW)
def test_it_is_listed_and_explained(name: str, said: dict[str, Any]) -> None:
    title, parameters = NEW[name]
    assert (name, title) in [(row["name"], row["question"]) for row in json.loads(_done(said["presets"]))]
    assert name in said["list"]
    assert title in _done(said["ask help"])
    help_text = _done(said[f"help {name}"])
    assert title in help_text
    assert all(f"--{parameter}" in help_text for parameter in parameters)
    assert f"### {name}\n" in said["reference"]


def test_help_lists_the_analyses(said: dict[str, Any]) -> None:
    text = " ".join(_done(said["help"]).split())
    assert f"whistles-of {NEW['whistles-of'][0]}" in text
    assert [row["name"] for row in json.loads(_done(said["search"]))] == ["whistles-of"]


@pytest.mark.parametrize("name", NEW)
def test_it_is_a_tool_of_assistants(name: str, said: dict[str, Any]) -> None:
    assert name in said["mcp list"]
    assert all(said[f"mcp {name}"])


@pytest.mark.parametrize("name", NEW)
def test_it_has_a_page_on_the_site(name: str, said: dict[str, Any], house: House) -> None:
    _done(said["site"])
    page = (house.path / "pages" / "preset" / f"{name}.html").read_text(encoding="utf-8")
    assert NEW[name][0] in page
    assert f"kg ask {name}" in page


def test_the_neo4j_browser_gets_the_one_in_cypher(said: dict[str, Any], house: House) -> None:
    _done(said["browser"])
    text = "".join(
        file.read_text(encoding="utf-8", errors="replace")
        for file in (house.path / "browser").rglob("*")
        if file.is_file()
    )
    assert "Who hums about an event?" in text
    assert "whistle" not in text


def test_the_shell_completes_it(said: dict[str, Any]) -> None:
    assert {"who-hums", "whistles-of"} <= set(said["shell names"])
    assert {"topic=", "tone="} <= {*said["shell parameters"]}
    assert said["shell values"] == ["high", "low"]


@pytest.mark.parametrize(
    ("words", "start", "offered"),
    [
        ("kg ask", "wh", {"who-hums", "whistles-of", "who-sourced"}),
        ("kg", "whist", {"whistles-of"}),
        ("kg view", "whist", {"whistles-of"}),
        ("kg ask whistles-of --tone", "", {"high", "low"}),
        ("kg whistles-of", "--to", {"--tone", "--topic"}),
        ("kg ask who-hums --event", "aa-bb-how", {"aa-bb-howitzers"}),
    ],
)
def test_the_tab_key_offers_it(
    words: str, start: str, offered: set[str], house: House, said: dict[str, Any]
) -> None:
    typed = f"{words} {start}"
    lines = _python(
        house,
        "-m",
        "kg",
        _KG_COMPLETE="zsh_complete",
        COMP_WORDS=typed,
        COMP_CWORD=str(len(typed.split()) - bool(start)),
    ).splitlines()
    assert offered <= set(lines[1::3])
