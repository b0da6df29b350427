from __future__ import annotations

import base64
import hashlib
import itertools
import json
import os
import random
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest

from kg.errors import ExportError
from kg.export.html import Scene, render, to_network, write
from kg.export.html.assets import inert, library
from kg.export.html.bows import bows
from kg.export.html.claims import claim_groups, claim_rows, summary
from kg.export.html.details import details, edge_detail, scene_claims
from kg.export.html.index import Index
from kg.export.html.labels import WIDTH, box, label, text_width, wrap
from kg.export.html.layout import positions
from kg.export.html.overlap import separate
from kg.export.html.style import INK, KINDS, PAPER, STANCES, fill, kind_of, line_of, look_of
from kg.export.html.words import EDGES, day, edge_words, property_rows
from kg.facts import Tie, links, registry
from kg.facts.claim import Stance
from kg.rows import EdgeRow, Graph, NodeRow, rows_of

HASH = "0" * 64


def fact(model: str, /, **fields: Any) -> Any:
    return registry()[model].model_validate(fields)


def claim(id_: str, speaker: str, stance: str = "asserts", said: str = "2024-10-11", **more: Any) -> Any:
    place = {"document": "paper", "paragraph": 3, "start": 1, "end": 9, "sha256": HASH}
    base = {"topic": "troops", "about": "dispatch", "paraphrase": f"{id_} in words.", "cited": [place]}
    return fact("claim", id=id_, speaker=speaker, stance=stance, said=said, **{**base, **more})


@pytest.fixture(scope="module")
def graph() -> Graph:
    ten = {"low": 10000, "low_open": True, "unit": "soldiers", "mode": "flow", "wording": "über 10.000"}
    here = {"document": "paper", "paragraph": 8, "start": 2, "end": 7, "sha256": HASH, "wording": "10.000"}
    return rows_of(
        [
            fact("topic", id="troops", name="Troops", name_de="Truppen", description="How many."),
            fact("state", id="kp", name="North Korea", known_as=["DPRK"]),
            fact("state", id="ru", name="Russia"),
            fact("organization", id="daily", name="A daily", kind="news-outlet"),
            fact(
                "person",
                id="spokesman",
                name="A spokesman",
                part_of=[{"actor": "ru", "role": "spokesman", "since": "2020"}],
            ),
            fact("weapon_type", id="shells", name="Shells", calibre_mm=152),
            fact(
                "document",
                id="paper",
                title="An article",
                outlet="daily",
                published="2024-10-13",
                recorded="2024-11-01",
                language="de",
                file="a.txt",
                sha256=HASH,
            ),
            fact(
                "deployment",
                id="dispatch",
                name="Dispatch of troops",
                sender="kp",
                host="ru",
                period="2024-10/..",
            ),
            fact(
                "shipment",
                id="ship",
                name="Shells to Russia 2024",
                supplier="kp",
                recipient="ru",
                goods="shells",
                weapon_types=["shells"],
                period="2024",
            ),
            claim("first", "spokesman", said="../2024-10-10", quantity=ten, hedge="likely"),
            claim("second", "daily", relays=["first"], said="2024-10-12", cited=[here]),
            claim("denial", "ru", "denies", answers=["first"]),
            claim(
                "rumour",
                "unknown",
                attribution="dem Vernehmen nach",
                about="ship",
                inferred={"when": "the issue of the day"},
            ),
        ]
    )


@pytest.fixture
def said(graph: Graph) -> Scene:
    edges = [e for e in graph.edges.values() if e.type in ("CLAIMED_BY", "DENIED_BY")]
    ids = dict.fromkeys(end for e in edges for end in (e.start, e.end))
    return Scene("Who says it", [graph.nodes[i] for i in ids], edges)


@pytest.fixture
def index(graph: Graph) -> Index:
    return Index(graph.nodes.values(), graph.edges.values())


# ------------------------------------------------------------------ looks


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_shapes_and_lines_stand_out_from_the_page_and_labels_from_what_is_behind_them(theme: str) -> None:
    for look in KINDS.values():
        assert contrast(getattr(look, theme), PAPER[theme]) >= 3
        if look.shape in ("box", "ellipse"):
            assert contrast(INK[theme], fill(look, theme)) >= 4.5
    for key in (*STANCES, "RELAYS", "ANSWERS", "IN_RETURN_FOR", "DELIVERED"):
        assert contrast(getattr(line_of(key), theme), PAPER[theme]) >= 3


def test_no_kind_and_no_stance_is_told_by_colour_alone() -> None:
    kinds = [(k.shape, k.mark, k.filled, k.dashed) for k in KINDS.values()]
    assert len(set(kinds)) == len(kinds)
    stances = [(s.dashes, s.end) for s in STANCES.values()]
    assert len(set(stances)) == len(stances)


def test_every_stance_has_a_look() -> None:
    assert set(STANCES) == set(get_args(Stance))


@pytest.mark.parametrize("kind", registry())
def test_every_kind_of_fact_is_drawn_whatever_the_order_of_its_labels(kind: str) -> None:
    names = [*registry()[kind].LABELS, "Kg"]
    assert len({kind_of(order) for order in itertools.permutations(names)}) == 1
    assert look_of(kind_of(names)).shape


@pytest.mark.parametrize("kind", registry())
def test_every_edge_of_a_fact_has_words(kind: str) -> None:
    model = registry()[kind]
    ties = [
        k
        for f in model.model_fields.values()
        for k in getattr(f.annotation, "__args__", ())
        if isinstance(k, type)
    ]
    for edge in (
        *(mark.edge for mark in links(model).values()),
        *(t.EDGE for t in ties if issubclass(t, Tie)),
    ):
        assert all(edge_words(edge))


def test_words_of_an_unknown_edge_come_from_its_name() -> None:
    assert "BLEW_UP" not in EDGES
    assert edge_words("BLEW_UP")[0] == "blew up"


# ------------------------------------------------------------------ labels


def test_labels_are_wrapped_and_cut(graph: Graph) -> None:
    assert all(len(line) <= WIDTH for line in wrap("x" * 10000))
    assert wrap("x" * 10000)[-1].endswith("…")
    assert label(graph.nodes["dispatch"]) == "▲ Dispatch of troops\nsince 2024-10"
    assert label(graph.nodes["ship"]) == "► Shells to Russia\n2024"
    assert label(graph.nodes["first"]) == "more than 10,000\nsoldiers\nby 2024-10-10"
    assert label(graph.nodes["denial"]) == "denial in words.\n2024-10-11"
    assert label(graph.nodes["rumour"]) == "rumour in words.\nnobody named\n2024-10-11"


@pytest.mark.parametrize("name", ["", " ", "\n\t", None])
def test_a_label_is_never_empty(name: str | None) -> None:
    assert label(NodeRow("some-id", ("State",), {"name": name})) == "some-id"


def test_wide_letters_need_more_room() -> None:
    assert text_width("한국어") > text_width("abc") > text_width("ill")
    width, height, below = box("North Korea", KINDS["State"])
    assert width > 60
    assert height > 2 * KINDS["State"].size
    assert below > 0
    assert box("North Korea", KINDS["Shipment"])[2] == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-10-11", "2024-10-11"),
        ("../2024", "by 2024"),
        ("2024/..", "since 2024"),
        ("2023/2024", "2023 to 2024"),
        ("", ""),
    ],
)
def test_days_in_words(text: str, words: str) -> None:
    assert day({"said_text": text}, "said") == words


def test_properties_are_told_once_and_unknown_ones_under_their_own_name() -> None:
    rows = property_rows(
        {
            "id": "x",
            "said_text": "2024",
            "said_from": "a",
            "said_to": "b",
            "said_precision": "year",
            "new_thing": 12000,
            "flag": True,
            "gone": None,
            "goods": "shells",
        }
    )
    assert rows == [
        ("Goods", ["shells"]),
        ("Flag", ["yes"]),
        ("New thing", ["12,000"]),
        ("Said on", ["2024"]),
    ]


# ------------------------------------------------------------------ positions


def overlapping(boxes: list[tuple[float, float, float]], places: list[Any]) -> list[tuple[int, int]]:
    spots = [
        (p.x, p.y + (-b[2] if p.above else b[2]), b[0], b[1]) for p, b in zip(places, boxes, strict=True)
    ]
    return [
        (i, j)
        for (i, a), (j, b) in itertools.combinations(enumerate(spots), 2)
        if abs(a[0] - b[0]) < (a[2] + b[2]) / 2 and abs(a[1] - b[1]) < (a[3] + b[3]) / 2
    ]


def tangle(
    count: int, edges: int, seed: int
) -> tuple[list[tuple[float, float, float]], list[tuple[int, int]]]:
    chance = random.Random(seed)
    boxes = [
        (chance.uniform(40, 180), chance.uniform(30, 80), chance.choice([0.0, 15.0])) for _ in range(count)
    ]
    return boxes, [(chance.randrange(count), int(count * chance.random() ** 2)) for _ in range(edges)]


@pytest.mark.parametrize(
    ("count", "edges"), [(1, 0), (2, 1), (5, 0), (30, 29), (60, 150), (150, 300), (300, 500)]
)
def test_no_labels_overlap_and_the_same_graph_gives_the_same_picture(count: int, edges: int) -> None:
    boxes, pairs = tangle(count, edges, seed=count)
    places = positions(boxes, pairs)
    assert overlapping(boxes, places) == []
    assert positions(boxes, pairs) == places


def test_a_star_of_a_hundred_leaves_no_labels_over_each_other() -> None:
    boxes = [(150.0, 60.0, 0.0)] * 101
    assert overlapping(boxes, positions(boxes, [(0, leaf) for leaf in range(1, 101)])) == []


def test_neighbours_are_nearer_than_strangers() -> None:
    boxes = [(20.0, 20.0, 0.0)] * 12
    places = positions(boxes, [(i, i + 1) for i in range(11)])
    assert abs(places[0].x - places[11].x) > 3 * abs(places[0].x - places[1].x)


def test_nothing_and_loops_are_placed_too() -> None:
    assert positions([], []) == []
    assert len(positions([(10, 10, 0)], [(0, 0)])) == 1


def test_boxes_on_one_spot_come_apart() -> None:
    points = separate([(50.0, 20.0, 0.0)] * 9, [(0.0, 0.0)] * 9)
    assert len(set(points)) == 9


def test_parallel_edges_have_different_lines_in_both_directions() -> None:
    pairs = [(0, 1)] * 3 + [(1, 0)] * 2
    found = bows(pairs, [(0.0, 0.0), (500.0, 0.0)], [(20, 20, 0)] * 2)
    sides = [bow if pair == (0, 1) else -bow for pair, bow in zip(pairs, found, strict=True)]
    assert len(set(sides)) == 5
    assert all(abs(bow) <= 1 for bow in bows([(0, 1)] * 40, [(0.0, 0.0), (9.0, 0.0)], [(1, 1, 0)] * 2))


def test_a_line_makes_a_detour_around_a_shape_that_is_not_its_own() -> None:
    points = [(0.0, 0.0), (400.0, 0.0), (200.0, 0.0)]
    assert bows([(0, 1)], points, [(20, 20, 0), (20, 20, 0), (30, 30, 0)])[0] != 0
    assert bows([(0, 1)], points[:2], [(20, 20, 0)] * 2) == [0.0]


# ------------------------------------------------------------------ the pyvis network


def test_the_network_is_directed_still_and_without_titles(said: Scene, graph: Graph) -> None:
    network = to_network(said, graph)
    assert network.directed
    assert network.options["physics"] == {"enabled": False}
    assert {n["id"] for n in network.nodes} == {"dispatch", "ship", "daily", "spokesman", "ru"} - {"ship"}
    assert len(network.edges) == 3
    for item in (*network.nodes, *network.edges):
        assert "title" not in item
    assert all(isinstance(n["x"], int) and isinstance(n["y"], int) for n in network.nodes)
    assert network.options["nodes"]["font"]["multi"] is False


def test_stances_decide_colour_dashes_and_end(said: Scene, graph: Graph) -> None:
    denial = next(e for e in to_network(said, graph).edges if e["line"] == "denies")
    assert denial["color"]["color"] == STANCES["denies"].light
    assert denial["dashes"] == list(STANCES["denies"].dashes)
    assert denial["arrows"]["from"]["type"] == "bar"
    assert denial["claim"] == "denial"


def test_an_edge_from_a_claim_takes_the_claims_stance(graph: Graph) -> None:
    edges = [
        e for e in graph.edges.values() if e.start == "denial" and e.type in ("SAID_BY", "ABOUT", "ANSWERS")
    ]
    ids = {"denial", *(e.end for e in edges)}
    network = to_network(Scene("A claim", [graph.nodes[i] for i in ids], edges))
    assert {e["type"]: e["line"] for e in network.edges} == {
        "SAID_BY": "denies",
        "ABOUT": "denies",
        "ANSWERS": "ANSWERS",
    }
    assert next(n for n in network.nodes if n["id"] == "denial")["stance"] == "denies"


def test_what_comes_twice_is_drawn_once(said: Scene, graph: Graph) -> None:
    twice = Scene(said.title, said.nodes * 2, said.edges * 2)
    assert len(to_network(twice, graph).edges) == len(said.edges)


def test_an_edge_without_its_end_is_refused(graph: Graph) -> None:
    edge = next(e for e in graph.edges.values() if e.type == "DELIVERED")
    with pytest.raises(ExportError, match="DELIVERED of 'kp' lacks its end 'ship'"):
        to_network(Scene("Half", [graph.nodes["kp"]], [edge]))


def test_an_unknown_kind_and_an_unknown_stance_are_drawn(graph: Graph) -> None:
    odd = NodeRow("odd", ("Brandnew", "Kg"), {"name": "Odd"})
    edge = EdgeRow("DOES", "odd", "kp", "", {"stance": "shrugs"})
    network = to_network(Scene("Odd", [odd, graph.nodes["kp"]], [edge]))
    assert network.nodes[0]["kind"] == "Brandnew"
    assert network.edges[0]["line"] == "DOES"


# ------------------------------------------------------------------ the panel


def rows_by_heading(rows: list[Any]) -> dict[str, list[Any]]:
    return dict(rows)


def test_a_claims_panel_says_who_when_how_many_and_where_it_is_printed(index: Index) -> None:
    rows = rows_by_heading(claim_rows(index, "first"))
    assert rows["Said by"] == [("spokesman", "A spokesman")]
    assert rows["Said on"] == ["by 2024-10-10"]
    assert rows["How many"] == [
        "more than 10,000 soldiers",
        "printed: “über 10.000”",
        "counts: moved in the period",
    ]
    assert rows["Own certainty"] == ["likely"]
    assert rows["Chain"] == ["ends here: passes on no other claim"]
    assert rows["Printed in"] == [
        ("paper", "“An article”, A daily, published 2024-10-13, paragraph 3, characters 1 to 9")
    ]
    assert claim_groups(index, "first") == [("Passed on by", ["second"]), ("Answered by", ["denial"])]


def test_what_a_document_prints_differently_is_said(index: Index) -> None:
    [(_, text)] = rows_by_heading(claim_rows(index, "second"))["Printed in"]
    assert text.endswith("characters 2 to 7. Here: printed “10.000”")
    assert claim_groups(index, "second") == [("Passes on", ["first"])]


def test_a_speaker_whom_nobody_names_is_never_invented(index: Index) -> None:
    rows = rows_by_heading(claim_rows(index, "rumour"))
    assert rows["Said by"] == ["nobody named (“dem Vernehmen nach”)"]
    assert rows["Chain"] == ["ends here, at a source that the text does not name"]
    assert rows["Not in the text, resolved by us"] == ["when: the issue of the day"]
    assert summary(index, "rumour")["chain"] == "no source"


def test_a_hop_outside_of_the_rows_is_a_visible_gap(graph: Graph) -> None:
    nodes = [node for node in graph.nodes.values() if node.id != "first"]
    rows = rows_by_heading(claim_rows(Index(nodes, graph.edges.values()), "second"))
    assert rows["Chain"] == ["passes on first, which is not part of this page"]


def test_panels_of_event_actor_and_shipment(index: Index, said: Scene, graph: Graph) -> None:
    found = details(index, [Scene("", list(graph.nodes.values()), [])])
    assert found["dispatch"]["sub"] == "Deployment, as alleged"
    assert found["dispatch"]["groups"] == [("Asserted", ["first", "second"]), ("Denied", ["denial"])]
    assert found["ru"]["groups"] == [("What it said", ["denial"])]
    assert found["paper"]["groups"] == [("Claims it prints", ["first", "denial", "rumour", "second"])]
    ship = rows_by_heading(found["ship"]["rows"])
    assert ship["Supplier"] == [("kp", "North Korea")]
    assert ship["Recipient"] == [("ru", "Russia")]
    assert ship["Goods"] == ["shells"]
    assert ship["When, as alleged"] == ["2024"]
    belongs = rows_by_heading(found["spokesman"]["rows"])["Belongs to"]
    assert belongs == [("ru", "Russia (spokesman, since 2020)")]


def test_claims_that_hang_together_with_what_is_drawn_are_at_hand(index: Index, graph: Graph) -> None:
    assert set(details(index, [Scene("", [graph.nodes["second"]], [])])) == {"first", "second", "denial"}


def test_claims_of_a_scene_are_those_drawn_else_those_about_its_events(
    index: Index, said: Scene, graph: Graph
) -> None:
    assert scene_claims(index, said) == ["first", "denial", "second"]
    assert scene_claims(index, Scene("", [graph.nodes["ship"]], [])) == ["rumour"]


def test_what_an_edge_says(index: Index, graph: Graph) -> None:
    says = {e.type: edge_detail(index, e) for e in graph.edges.values()}
    assert says["DENIED_BY"] == {}
    assert says["DELIVERED"]["says"] == "North Korea is said to supply Shells to Russia 2024"
    alone = edge_detail(Index([], []), next(e for e in graph.edges.values() if e.type == "DENIED_BY"))
    assert alone["says"] == "dispatch denied by ru"
    assert ("Stance", ["denies"]) in alone["rows"]


# ------------------------------------------------------------------ the page


class Elements(HTMLParser):
    """Collects every tag, attribute and script as a browser would."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag in self.raw:
            self.raw[tag].append("")

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] in self.raw and self.lasttag == self.tags[-1]:
            self.raw[self.tags[-1]][-1] += data


def parsed(page: str) -> Elements:
    elements = Elements()
    elements.feed(page)
    elements.close()
    return elements


def test_the_page_is_complete_and_loads_nothing(said: Scene, graph: Graph) -> None:
    page = render([said], title="T", subtitle="S", context=graph)
    elements = parsed(page)
    assert ("lang", "en") in elements.attributes
    assert ("charset", "utf-8") in elements.attributes
    assert [value for name, value in elements.attributes if name in ("src", "href")] == ["data:,", "#claims"]
    assert "sourceMappingURL" not in page
    assert "vis.js is dual licensed" in page
    assert "bootstrap" not in page.lower()
    assert "tom-select" not in page.lower()
    assert len(page) < 1_500_000


def test_the_policy_names_exactly_our_scripts_and_styles(said: Scene, graph: Graph) -> None:
    page = render([said], title="T", context=graph)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    text = policy[1].replace("&#39;", "'")
    assert text.startswith("default-src 'none'; ")
    assert "unsafe" not in text
    blocks = [
        b for attributes, b in re.findall(r"<script([^>]*)>(.*?)</script>", page, re.S) if not attributes
    ]
    blocks += re.findall(r"<style>(.*?)</style>", page, re.S)
    hashes = {base64.b64encode(hashlib.sha256(block.encode()).digest()).decode() for block in blocks}
    assert set(re.findall(r"'sha256-([^']+)'", text)) == hashes
    assert len(hashes) == 3
    assert not any(name.startswith("on") or name == "style" for name, _ in parsed(page).attributes)


def test_names_titles_and_notes_can_not_become_markup(said: Scene, graph: Graph) -> None:
    bad = "</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>{{7*7}}\u2028&amp;\"'"
    nodes = [
        NodeRow(n.id, n.labels, {k: bad if isinstance(v, str) else v for k, v in n.properties.items()})
        for n in said.nodes
    ]
    page = render([Scene(bad, nodes, said.edges, note=bad)], title=bad, subtitle=bad)
    plain = render([said], title="T", subtitle="S")
    assert parsed(page).tags == parsed(plain).tags
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    assert block
    assert not set("<>&\u2028\u2029") & set(block[1])
    assert json.loads(block[1])["scenes"][0]["title"] == bad
    assert "49" not in page[page.index("<title>") : page.index("</title>")]


def test_inert_text_reads_back_as_it_was() -> None:
    value = {"a": "<!--</script>&\u2028\u2029\ud800", "__proto__": [1, None, True]}
    text = inert(value)
    assert json.loads(text) == value
    assert text.isascii()
    with pytest.raises(ValueError, match="JSON"):
        inert(float("nan"))


def test_the_library_could_stand_in_a_script_element() -> None:
    assert "</script" not in library().lower()
    assert "\r" not in library()


def test_the_same_rows_give_the_same_page(said: Scene, graph: Graph) -> None:
    again = Graph(dict(reversed(graph.nodes.items())), dict(reversed(graph.edges.items())))
    assert render([said], title="T", context=graph) == render([said], title="T", context=again)


def test_nothing_to_draw_is_refused_and_an_empty_scene_is_not() -> None:
    with pytest.raises(ExportError, match="at least one scene"):
        render([], title="T")
    assert "Nothing to draw" in render([Scene("Empty", [], [])], title="T")


# ------------------------------------------------------------------ the file


def test_a_file_is_written_as_utf8_with_plain_newlines(said: Scene, graph: Graph, tmp_path: Path) -> None:
    target = write(tmp_path / "new" / "view.html", [said], title="Grüße 한", context=graph)
    content = target.read_bytes()
    assert "Grüße 한" in content.decode("utf-8")
    assert b"\r" not in content
    assert os.listdir(target.parent) == ["view.html"]


def test_a_failure_leaves_the_old_file_and_no_part_of_a_new_one(
    said: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "view.html"
    target.write_text("old")

    def refuse(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ExportError, match=r"view\.html': No space left on device"):
        write(target, [said], title="T")
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["view.html"]


def test_a_folder_a_file_as_folder_and_a_broken_title_are_refused(said: Scene, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    for target, title in (
        (tmp_path / "folder", "T"),
        (tmp_path / "file" / "view.html", "T"),
        (tmp_path / "a.html", "\ud800"),
        (tmp_path / "a\0b.html", "T"),
    ):
        with pytest.raises(ExportError, match="cannot write"):
            write(target, [said], title=title)
    assert sorted(os.listdir(tmp_path)) == ["file", "folder"]
