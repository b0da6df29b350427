from __future__ import annotations

import itertools
import random
from typing import Any

import pytest

from bench._network import network as generated
from kg.model.rows import EdgeRow, NodeRow
from kg.picture.contents import Seen, draw_graph
from kg.picture.drawing import Drawing
from kg.picture.kinds.network import network
from kg.picture.layout.grid import snapped
from kg.picture.layout.overlap import separate
from kg.picture.layout.positions import positions
from kg.picture.layout.spans import offsets
from kg.picture.layout.stress import EXACT
from kg.picture.subject import Subject

from .tools import claim, fact, faults, number, subject_of, world


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
    ("count", "edges"), [(1, 0), (2, 1), (5, 0), (30, 29), (60, 150), (150, 300), (300, 500), (700, 1500)]
)
def test_no_boxes_overlap_and_the_same_graph_gives_the_same_picture(count: int, edges: int) -> None:
    boxes, pairs = tangle(count, edges, seed=count)
    places = positions(boxes, pairs)
    assert overlapping(boxes, places) == []
    assert positions(boxes, pairs) == places


def test_a_star_of_a_hundred_leaves_no_boxes_over_each_other() -> None:
    boxes = [(150.0, 60.0, 0.0)] * 101
    assert overlapping(boxes, positions(boxes, [(0, leaf) for leaf in range(1, 101)])) == []


def test_nothing_and_loops_are_placed_too() -> None:
    assert positions([], []) == []
    assert len(positions([(10, 10, 0)], [(0, 0)])) == 1


def test_boxes_on_one_spot_come_apart() -> None:
    assert len(set(separate([(50.0, 20.0, 0.0)] * 9, [(0.0, 0.0)] * 9))) == 9


@pytest.mark.parametrize("count", [12, EXACT + 40, 900])
def test_neighbours_are_nearer_than_strangers(count: int) -> None:
    boxes = [(20.0, 20.0, 0.0)] * count
    places = positions(boxes, [(i, i + 1) for i in range(count - 1)])
    steps = sorted(abs(a.x - b.x) + abs(a.y - b.y) for a, b in itertools.pairwise(places))
    ends = abs(places[0].x - places[-1].x) + abs(places[0].y - places[-1].y)
    assert ends > 3 * steps[len(steps) // 2]


def test_shapes_of_any_size_on_a_grid_keep_apart() -> None:
    chance = random.Random(4)
    sizes = [(chance.choice([10, 14, 90]), chance.choice([10, 20, 70])) for _ in range(300)]
    points = snapped(sizes, [(chance.gauss(0, 9), chance.gauss(0, 9)) for _ in sizes], 6)
    for (p, a), (q, b) in itertools.combinations(zip(points, sizes, strict=True), 2):
        assert abs(p[0] - q[0]) >= (a[0] + b[0]) / 2 + 6 or abs(p[1] - q[1]) >= (a[1] + b[1]) / 2 + 6


def test_parallel_lines_take_different_ways() -> None:
    pairs = [("a", "b")] * 3 + [("b", "a")] * 2
    sides = [bow if pair == ("a", "b") else -bow for pair, bow in zip(pairs, offsets(pairs), strict=True)]
    assert len(set(sides)) == 5


# ------------------------------------------------------------------ what is drawn


@pytest.fixture(scope="module")
def small() -> Drawing:
    graph = world(
        claim("a", "spokesman"),
        claim("b", "spokesman", said="2024-10-12"),
        claim("no", "ru", "denies"),
        claim("c", "insider", "expects"),
    )
    shortcuts = [
        e for e in graph.edges.values() if e.type in ("CLAIMED_BY", "DENIED_BY", "SENT", "HOSTED_BY")
    ]
    ids = {i for e in shortcuts for i in (e.start, e.end)}
    return network(
        Subject(
            "Who?",
            [graph.nodes[i] for i in ids],
            shortcuts,
            graph,
            marks={"dispatch": {"status": "disputed"}},
        )
    )


def test_claims_of_one_stance_share_a_line_which_knows_them_all(small: Drawing) -> None:
    lines = {(e.end, e.style): e for e in small.edges if e.derived}
    assert set(lines) == {("spokesman", "asserts"), ("ru", "denies"), ("insider", "expects")}
    assert lines["spokesman", "asserts"].claims == ("a", "b")


def test_derived_lines_are_marked_and_read_from_the_speaker(small: Drawing) -> None:
    assert {(e.type, e.derived, e.arrow) for e in small.edges} == {
        ("CLAIMED_BY", True, "start"),
        ("DENIED_BY", True, "start"),
        ("SENT", False, "end"),
        ("HOSTED_BY", False, "end"),
    }


def test_lines_end_at_the_borders_of_their_shapes(small: Drawing) -> None:
    nodes = {n.id: n for n in small.nodes}
    for edge in small.edges:
        for node, (x, y) in ((nodes[edge.start], edge.path[0]), (nodes[edge.end], edge.path[-1])):
            assert abs(x - node.x) <= node.width / 2 + 0.1
            assert abs(y - node.y) <= node.height / 2 + 0.1
            assert (x, y) != (node.x, node.y)


def test_an_event_tells_its_status_in_words_and_outline(small: Drawing) -> None:
    event = next(n for n in small.nodes if n.id == "dispatch")
    assert event.label[-1] == event.style == "disputed"


def test_a_claim_is_a_node_with_its_own_stance() -> None:
    graph = world(claim("no", "ru", "denies", quantity=number(5)))
    edges = [e for e in graph.edges.values() if e.start == "no" and e.type in ("SAID_BY", "ABOUT")]
    drawing = network(Subject("?", [graph.nodes[i] for i in ("no", "ru", "dispatch")], edges, graph))
    assert {e.style for e in drawing.edges} == {"denies"}
    assert next(n for n in drawing.nodes if n.id == "no").style == "denies"


# ------------------------------------------------------------------ clusters


@pytest.fixture(scope="module")
def folded() -> Drawing:
    parts = [fact("situation", id=f"part-{i}", name=f"Part {i}", within_event="dispatch") for i in range(30)]
    apart = [fact("situation", id=f"alone-{i}", name=f"Alone {i}", actors=["ru"]) for i in range(40)]
    said = [claim(f"c-{i}", "spokesman", about=f"part-{i}") for i in range(30)]
    graph = world(*parts, *apart, *said)
    edges = [e for e in graph.edges.values() if e.type in ("CLAIMED_BY", "INVOLVES")]
    ids = {i for e in edges for i in (e.start, e.end)}
    return network(Subject("?", [graph.nodes[i] for i in ids], edges, graph))


def test_parts_of_an_event_are_inside_of_a_cluster_with_places_of_their_own(folded: Drawing) -> None:
    [cluster] = [n for n in folded.nodes if n.members]
    assert (cluster.id, cluster.kind, cluster.shape, cluster.fact) == (
        "cluster:dispatch",
        "Cluster",
        "cluster",
        "",
    )
    assert set(cluster.members) == {f"part-{i}" for i in range(30)} | {"spokesman"}
    members = [n for n in folded.nodes if n.id in cluster.members]
    assert len({(n.x, n.y) for n in members}) == len(members)
    for node in members:
        assert abs(node.x - cluster.x) + node.width / 2 <= cluster.width / 2 + 6
        assert not node.shown
    assert "31 shapes are inside 1 cluster (double rings)" in folded.caption
    assert faults(folded) == []


def test_a_cluster_has_lines_of_its_own_while_its_members_keep_theirs(seen: Seen) -> None:
    drawing = draw_graph(seen)
    inside = {m: n.id for n in drawing.nodes for m in n.members}
    clusters = {n.id for n in drawing.nodes if n.members}
    outer = {(e.start, e.end, e.style) for e in drawing.edges if {e.start, e.end} & clusters}
    for edge in drawing.edges:
        start, end = inside.get(edge.start, edge.start), inside.get(edge.end, edge.end)
        if start != end and (start, end) != (edge.start, edge.end):
            assert (start, end, edge.style) in outer
    assert clusters


def test_few_nodes_are_not_folded(ask: Any) -> None:
    assert not any(n.members for n in ask("disputed").nodes)


# ------------------------------------------------------------------ much


@pytest.mark.slow
def test_a_network_of_ten_thousand_is_placed_the_same_each_time() -> None:
    subject = generated(10_000)
    drawing = network(subject, clusters=False)
    assert faults(drawing) == []
    assert len(drawing.nodes) == 10_000
    assert 20 < sum(n.shown for n in drawing.nodes) < 5_000
    assert network(generated(2_000)) == network(generated(2_000))


def test_a_large_network_is_folded_into_a_picture_that_can_be_read() -> None:
    drawing = network(generated(2_000))
    inside = {m for n in drawing.nodes for m in n.members}
    assert faults(drawing) == []
    assert len(inside) > 500


def test_too_many_nodes_are_left_out_the_least_linked_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.picture.kinds.network.MOST", 10)
    nodes = [NodeRow(f"n{i:02}", ("State", "Kg"), {"name": f"State {i}"}) for i in range(30)]
    edges = [EdgeRow("BLEW_UP", "n29", f"n{i:02}", "", {}) for i in range(29)]
    drawing = network(Subject("?", nodes, edges))
    assert (len(drawing.nodes), drawing.left_out) == (10, 20)
    assert "n29" in {n.id for n in drawing.nodes}
    assert "20 more did not fit" in drawing.caption


def test_an_empty_answer_says_so() -> None:
    drawing = network(Subject("?", [], []))
    assert "Nothing fits." in drawing.caption


def test_everything_in_a_small_world(seen: Seen) -> None:
    assert faults(network(subject_of(world(claim("a", "ru"))))) == []
