"""Neo4j Browser against real servers.

Log in, import, style, ask `who-sourced`, see its rows and its picture.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from kg.formats.neo4j_browser import bundle, scripts_of, sheet, write
from kg.formats.neo4j_browser.bundle import QUIET
from kg.formats.neo4j_browser.guide import link
from kg.load.seeds import plan_graph
from kg.model.convert import rows_of
from kg.model.rows import Graph
from kg.questions import library
from kg.questions.run import bind, graph, run
from kg.sources.located import Seeds
from kg.store import Edge, Store, connect
from kg.store.neo4j.store import Neo4jStore
from tests.grass import look, rules_of
from tests.servers import EACH_RELEASE, Address, Servers, unavailable

from .chrome import chromium
from .neo4j_desk import HIDDEN, Desk

pytestmark = [pytest.mark.neo4j, pytest.mark.browser, pytest.mark.slow]

ASKED = library.question("who-sourced")
TOPIC = ASKED.parameters[0].default
FOLDER = scripts_of(ASKED)[0].folder


@pytest.fixture(scope="module")
def part(corpus: Seeds) -> Graph:
    """The claims on one topic and everything one step away.

    Loads in seconds, answers the question as the whole does.
    """
    everything = rows_of(corpus.facts)
    claims = {e.start for e in everything.edges.values() if e.type == "ON_TOPIC" and e.end == TOPIC}
    near = claims | {
        end for e in everything.edges.values() if {e.start, e.end} & claims for end in (e.start, e.end)
    }
    edges = {key: e for key, e in everything.edges.items() if e.start in near and e.end in near}
    return Graph({i: everything.nodes[i] for i in sorted(near)}, edges)


@pytest.fixture(scope="module")
def embedded(part: Graph) -> Iterator[Store]:
    """What the Browser must show is asked of the embedded store."""
    store = connect("memory")
    plan_graph(part, store, "part").run()
    yield store
    store.close()


@dataclass
class Office:
    """A server, the exported files, and a window of the Browser in which they are imported."""

    desk: Desk
    server: Address
    browser: str
    folder: Path


once = pytest.mark.parametrize("office", EACH_RELEASE[:1], indirect=True)
"""For what the Browser does by itself: it is the same build on both servers."""


@pytest.fixture(scope="module", params=EACH_RELEASE)
def office(
    request: pytest.FixtureRequest, part: Graph, tmp_path_factory: pytest.TempPathFactory, servers: Servers
) -> Iterator[Office]:
    with ExitStack() as stack:
        chrome = stack.enter_context(
            chromium(tmp_path_factory.mktemp("profile"), f"--host-resolver-rules={HIDDEN}")
        )
        server = servers.address(request.param)
        browser = server.browser or unavailable(
            "no Neo4j Browser is known of the server that KG_TEST_NEO4J_URI names"
        )
        plan_graph(part, stack.enter_context(servers.store(request.param)), "part").run()
        folder = tmp_path_factory.mktemp("export")
        write(folder, bundle(library.presets(), browser))
        desk = Desk(chrome)
        desk.size(1400, 900)
        desk.theme("light")
        desk.log_in(browser, server.password)
        desk.click('[data-testid="navigationFavorites"]')
        desk.drop(folder / "scripts.zip")
        desk.clear()
        desk.drop(folder / "style.grass")
        desk.until(lambda: "node.Claim" in desk.one('[data-testid="frame"] pre').text, "stylesheet")
        desk.shoot("neo4j-browser-imported")
        desk.open_folder(FOLDER)
        yield Office(desk, server, browser, folder)


@pytest.fixture
def desk(office: Office) -> Desk:
    """The window, back in Browser 5 if a test went elsewhere; the Browser logs in again by itself."""
    if not office.desk.all('[data-testid="stream"]'):
        office.desk.driver.get(office.browser)
        office.desk.greeted()
    return office.desk


def test_the_import_makes_a_folder_per_topic_with_scripts_in_the_order_in_which_they_are_run(
    desk: Desk,
) -> None:
    presets = library.presets()
    assert desk.folders()[: len({p.topic for p in presets})] == list(
        dict.fromkeys(p.topic.capitalize() for p in presets)
    )
    wanted = [s.name for p in presets for s in scripts_of(p) if s.folder == FOLDER]
    assert desk.until(lambda: desk.scripts() == [QUIET.name, *wanted], "scripts in the folder")


def test_the_rows_are_those_of_kg_ask(desk: Desk, embedded: Store) -> None:
    desk.play("who-sourced 1")
    assert desk.rows() == cells(run(ASKED, embedded).rows)
    desk.shoot("neo4j-browser-rows")


@once
def test_a_changed_parameter_changes_the_rows(desk: Desk, embedded: Store, part: Graph) -> None:
    day = min(node.properties["published_to"] for node in part.nodes.values() if "Document" in node.labels)
    rows = run(ASKED, embedded, {"as_of": day}).rows
    assert 0 < len(rows) < len(run(ASKED, embedded).rows)
    desk.clear()
    desk.paste(scripts_of(ASKED)[0].text.replace("as_of: null", f"as_of: date('{day}')"))
    desk.one('[data-testid="frame-loaded-contents"]')
    assert desk.rows() == cells(rows)


def test_the_picture_has_our_colours_and_nothing_but_what_was_returned(desk: Desk, embedded: Store) -> None:
    desk.play("kg: draw only", "pre")
    desk.play("who-sourced 2")
    wanted = drawn(embedded)
    assert spelled_out(desk.picture(), wanted) == wanted
    desk.shoot("neo4j-browser-picture", picture=True)


def spelled_out(seen: Counter[str], wanted: Counter[str]) -> Counter[str]:
    """Return what is drawn with whole captions: the Browser cuts those of short lines."""
    whole: Counter[str] = Counter()
    for shape, number in seen.items():
        begun = shape.removesuffix("…")
        whole[next((w for w in wanted if shape.endswith("…") and w.startswith(begun)), shape)] += number
    return whole


@once
def test_every_script_runs_as_one_statement_and_gives_the_rows_of_the_question(
    office: Office, embedded: Store
) -> None:
    address = office.server
    with closing(Neo4jStore.open(address.uri, "neo4j", address.password)) as store:
        for preset in library.presets():
            for script in scripts_of(preset):
                statement = preset.statement if script.step == "rows" else preset.graph or ""
                wanted = embedded.query(statement, bind(preset, preset.needed)).rows
                rows = store.query(script.text.rstrip(";\n"), {}).rows
                assert len(rows) == len(wanted), script.name
                assert script.step != "rows" or rows == wanted, script.name


@once
def test_connecting_result_nodes_draws_what_was_not_returned(desk: Desk, embedded: Store) -> None:
    desk.command(":config autoComplete: true")
    desk.play("who-sourced 2")
    more = desk.picture() - drawn(embedded)
    assert sum(more.values()) > 10
    assert any("asserts" in line for line in more), (
        "speakers tied to the event itself, which nobody asked for"
    )
    desk.shoot("neo4j-browser-false-picture", picture=True)


class Shared(SimpleHTTPRequestHandler):
    """A web server that lets other pages read its files."""

    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "*")
        super().end_headers()

    def do_OPTIONS(self) -> None:
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@once
def test_the_guide_shows_inside_the_browser_without_disturbing_it(office: Office, desk: Desk) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Shared, directory=office.folder)) as web:
        Thread(target=web.serve_forever, daemon=True).start()
        try:
            desk.enter(f":guide http://localhost:{web.server_address[1]}/guide.html")
            assert "false picture" in desk.one(".kg-guide").text
        finally:
            web.shutdown()
    assert desk.one('[data-testid="activeEditor"]').size["width"] > 500


@once
def test_a_link_of_the_guide_opens_a_question_and_runs_it_when_told(
    office: Office, desk: Desk, embedded: Store
) -> None:
    rows = scripts_of(ASKED)[0]
    address = link(rows, office.browser)
    assert address is not None
    assert address.replace("&", "&amp;") in (office.folder / "guide.html").read_text("utf-8")
    desk.driver.get(address)
    desk.until(lambda: rows.ready.split("\n")[1] in desk.editor(), "question in the editor")
    assert not [frame for frame in desk.all('[data-testid="frameCommand"]') if ASKED.title in frame.text]
    desk.click('[data-testid="editor-Run"]')
    desk.one('[data-testid="frame-loaded-contents"]')
    assert desk.rows() == cells(run(ASKED, embedded).rows)


@once
def test_the_successor_imports_the_same_questions_from_a_file(office: Office, embedded: Store) -> None:
    """The preview of the next Browser, which comes with this one, is another program.

    It has its own way to import.
    """
    desk = office.desk
    desk.driver.get(f"{office.browser}preview/")
    for name, value in (
        ("hostname", office.server.uri.partition("://")[2]),
        ("password", office.server.password),
    ):
        desk.fill(f'input[name="{name}"]', value)
    desk.click('[data-testid="connection-form-submit"]')
    desk.click('[aria-label="Cypher panel"]')
    chooser = 'input[type="file"][accept=".csv,.zip"]'
    desk.until(lambda: desk.driver.find_elements("css selector", chooser), "import")[0].send_keys(
        str(office.folder / "scripts.csv")
    )
    desk.until(lambda: FOLDER in [f.text for f in desk.all('[id^="saved-cypher-tree-folder"]')], "folder")
    folder = next(f for f in desk.all('[id^="saved-cypher-tree-folder"]') if f.text == FOLDER)
    folder.click()
    folder.send_keys("\ue014")  # the arrow to the right opens it
    for script in scripts_of(ASKED)[:1]:
        desk.point_at_and_click(f'[aria-label="Run query for {script.name}"]')
    wanted = run(ASKED, embedded)
    assert desk.until(
        lambda: (
            f"Started streaming {len(wanted.rows)} records"
            in desk.driver.find_element("tag name", "body").text
        ),
        "rows",
    )
    table = desk.driver.find_element("tag name", "body").text
    assert all(row[0] in table for row in wanted.rows[:1])
    desk.shoot("neo4j-browser-successor")


def cells(rows: list[tuple[Any, ...]]) -> list[list[str]]:
    """Write values as the Browser's table does."""
    return [
        [json.dumps(v.isoformat() if isinstance(v, date) else v, ensure_ascii=False) for v in row]
        for row in rows
    ]


def drawn(store: Store) -> Counter[str]:
    """Return what the picture must hold, as `Desk.picture` says it."""
    rules = rules_of(sheet())
    shapes: Counter[str] = Counter()
    for element in graph(ASKED, store):
        if isinstance(element, Edge):
            line = look(rules, "relationship", (element.type,))
            words = (
                line["caption"]
                .replace("<type>", element.type)
                .replace("{stance}", str(element.properties.get("stance")))
            )
            shapes[f"line {line['color']} {words}"] += 1
        else:
            node = look(rules, "node", element.labels)
            shapes[f"{node['color']} {node['border-color']}"] += 1
    return shapes
