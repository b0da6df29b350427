from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from pyvis.network import Network

from bench._network import network as generated
from kg.picture.contents import Seen, draw_graph
from kg.picture.drawing import Drawing, Node
from kg.picture.kinds.network import network
from kg.picture.out.pyvis import render, to_pyvis
from kg.picture.out.pyvis.assets import inert, library
from kg.questions.drawings import KINDS


class Parser(HTMLParser):
    """Collects the elements of a page, and what its data says."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.data: dict[str, Any] = json.loads(page.split('id="data">')[1].split("</script>")[0])
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append(tag)


@pytest.mark.parametrize("kind", KINDS)
def test_every_drawing_becomes_a_still_network(kind: str, ask: Any) -> None:
    drawing = ask("ledger" if kind == "flow" else "who-sourced", kind)
    made = to_pyvis(drawing)
    assert isinstance(made, Network)
    assert made.options["physics"] == {"enabled": False}
    assert made.options["interaction"]["hideEdgesOnDrag"]
    places = {n["id"]: (n["x"], n["y"]) for n in made.nodes}
    assert all(places[n.id] == (n.x, n.y) for n in drawing.nodes)
    assert len(places) == len(made.nodes) == len(made.node_ids) == len(made.node_map)
    assert all(e["from"] in places and e["to"] in places for e in made.edges)
    assert not any("title" in item for item in (*made.nodes, *made.edges))
    words = {n["label"] for n in made.nodes}
    assert {t.text for t in drawing.texts} <= words
    assert {
        "\n".join(n.label) for n in drawing.nodes if n.shown and n.label and n.shape != "interval"
    } <= words


def test_people_can_extend_it_as_any_pyvis_network(ask: Any) -> None:
    made = to_pyvis(ask("disputed"))
    made.add_node("mine", label="My <b>own</b> note", x=0, y=0)
    made.add_edge("mine", made.nodes[0]["id"])
    data = Parser(made.generate_html()).data
    assert [n["label"] for n in data["nodes"]].count("My <b>own</b> note") == 1
    assert len(data["edges"]) == len(made.edges)


def test_it_is_written_as_utf_8_and_nothing_beside_it(
    ask: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    drawing = ask("disputed")
    to_pyvis(drawing).write_html("x.html")
    to_pyvis(drawing).show("y.html")
    assert (tmp_path / "x.html").read_text(encoding="utf-8") == render(drawing)
    assert (tmp_path / "y.html").read_bytes() == (tmp_path / "x.html").read_bytes()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["x.html", "y.html"]


def test_what_is_uncertain_is_paler_beneath_what_is_certain(ask: Any) -> None:
    widths = sorted({e["width"] for e in to_pyvis(ask("ledger")).edges})
    assert widths[-1] > 30
    drawing = ask("ledger")
    bands = [e for e in drawing.edges if e.high > e.low > 0]
    made = to_pyvis(drawing)
    assert bands
    for band in bands:
        pieces = [
            e for e in made.edges if e.get("type") == band.type and e.get("claims") == list(band.claims)
        ]
        assert next(e["width"] for e in pieces) == band.high


def test_the_page_holds_three_scripts_of_ours_and_names_no_address(ask: Any) -> None:
    page = render(ask("disputed"))
    parser = Parser(page)
    assert parser.tags.count("script") == 3
    assert not {"img", "iframe", "object", "embed", "base", "form"} & set(parser.tags)
    policy = unescape(re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[1])  # type: ignore[index]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    own = page.replace(library(), "")
    assert "http://" not in own
    assert "https://" not in own
    assert page == render(ask("disputed"))


def test_ids_from_the_data_are_no_keys_of_the_page() -> None:
    node = Node(
        "__proto__", "__proto__", "State", "circle", 0, 0, 10, 10, ("constructor",), (0, 17, "middle")
    )
    data = Parser(render(Drawing("network", "", "", (node,), ()))).data
    assert [n["id"] for n in data["nodes"]] == [0]
    assert data["nodes"][0]["label"] == "constructor"


def test_the_bundle_can_stand_in_a_page() -> None:
    assert "@license" in library()
    assert "sourceMappingURL" not in library()


def test_values_cannot_end_their_element() -> None:
    text = inert({"a": "</script><!--&\u2028é"})
    assert text.isascii()
    assert not set("<>&") & set(text)
    assert json.loads(text) == {"a": "</script><!--&\u2028é"}


def test_members_of_clusters_are_hidden_until_opened(seen: Seen) -> None:
    drawing = draw_graph(seen)
    inside = {m for n in drawing.nodes for m in n.members}
    made = to_pyvis(drawing)
    assert inside
    for node in made.nodes:
        if node["id"] in {n.id for n in drawing.nodes}:
            assert bool(node.get("hidden")) == (node["id"] in inside)
    for edge in made.edges:
        assert bool(edge.get("hidden")) == bool({edge["from"], edge["to"]} & inside)


@pytest.mark.slow
def test_ten_thousand_nodes_are_written_small() -> None:
    drawing = network(generated(10_000), clusters=False)
    page = render(drawing)
    assert len(page) < 3_000_000
    assert "Here the many lines are solid" in page  # what vis-network would draw dot by dot
    assert not any(look.get("dashes") for look in Parser(page).data["looks"] if "arrows" in look)
