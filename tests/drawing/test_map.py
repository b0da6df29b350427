from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.point import apart_km
from kg.model.rows import Graph
from kg.picture.contents import Seen, draw_fact
from kg.picture.drawing import Drawing, TextBlock
from kg.picture.kinds.map import MOST, on_map
from kg.picture.layout.globe import Projection, Spot, fitted, land
from kg.picture.out import json as as_json
from kg.picture.out import svg
from tests.laws import examples

from .tools import claim, fact, faults, number, subject_of, world

DEGREES = st.tuples(st.floats(-89, 89), st.floats(-180, 180))
SITES: dict[str, dict[str, Any]] = {
    "town": {"kind": "city", "latitude": 50.0, "longitude": 36.2, "within_km": 5},
    "front": {"kind": "battlefield", "latitude": 48.0, "longitude": 36.2, "within_km": 400},
    "land": {"kind": "country", "latitude": 48.4, "longitude": 31.2, "within_km": 700},
    "nowhere": {"kind": "city"},
}
STATES = {"kp": (40.3, 127.4, 380), "ru": (63.0, 95.0, 4500)}


def placed(*claims: Any, places: dict[str, dict[str, Any]] = SITES, **at: list[str]) -> Graph:
    """Return the small world on the globe, with a use of weapons for each keyword, at some of the places."""
    point = {"coordinates_from": "public maps"}
    facts = [
        fact("place", id=i, name=i.title(), **own, **(point if "latitude" in own else {}))
        for i, own in places.items()
    ]
    facts += [fact("use", id=i, name=f"Event {i}", user="ru", places=where) for i, where in at.items()]
    facts += [
        fact("state", id=i, name=i, latitude=n, longitude=e, within_km=km, **point)
        for i, (n, e, km) in STATES.items()
    ]
    said = [claim(f"said-{i}", "kp", about=i, paraphrase=f"On {i}.") for i in at]
    return world(*claims, *facts, *said)


def drawn(graph: Graph, **more: Any) -> Drawing:
    drawing = on_map(subject_of(graph, **more))
    assert faults(drawing) == []
    return drawing


def near(drawing: Drawing, text: str) -> TextBlock:
    return next(t for t in drawing.texts if t.text.startswith(text))


@given(middle=DEGREES, place=DEGREES, px=st.floats(0.001, 10))
def test_there_and_back_again(middle: tuple[float, float], place: tuple[float, float], px: float) -> None:
    paper = Projection(*middle, px, 300, 200)
    if apart_km(*middle, *place) > 19_000:  # nearly the other end of the world: all of its rim is one point
        return
    assert apart_km(*place, *paper.back(*paper.at(*place))) < 0.01


@given(middle=DEGREES, at=DEGREES)
def test_equal_areas_are_equally_large(middle: tuple[float, float], at: tuple[float, float]) -> None:
    if apart_km(*middle, *at) > 15_000:
        return
    corners = Projection(*middle).around(Spot(*at, 300), 180)
    area = (
        sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(corners, [*corners[1:], corners[0]], strict=True)) / 2
    )
    assert abs(area) == pytest.approx(math.pi * 300**2, rel=0.01)


@settings(max_examples=examples(40), deadline=None)
@given(spots=st.lists(DEGREES, min_size=1, max_size=4))
def test_what_is_shown_lies_in_its_frame_and_so_does_land(spots: list[tuple[float, float]]) -> None:
    frame = (10.0, 20.0, 400.0, 300.0)
    paper = fitted([Spot(*spot, 50) for spot in spots], frame, 900)
    for x, y in [*(paper.at(*spot) for spot in spots), *(p for ring in land(paper, frame) for p in ring)]:
        assert 9.9 <= x <= 400.1
        assert 19.9 <= y <= 300.1


def test_land_is_where_it_is() -> None:
    frame = (0.0, 0.0, 800.0, 600.0)
    paper = fitted([Spot(64, 180, 2500)], frame, 900)  # both sides of the 180th meridian
    rings = land(paper, frame)

    def dry(latitude: float, longitude: float) -> bool:
        x, y = paper.at(latitude, longitude)
        turns = 0
        for ring in rings:
            for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
                if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                    turns += 1 if by > ay else -1
        return turns != 0

    assert [dry(67, 179.5), dry(67, -179.5), dry(55, 159), dry(64, -150)] == [True] * 4  # Kamchatka, Alaska
    assert [dry(60, 180), dry(55, -170), dry(72, 170)] == [False] * 3
    around = fitted([Spot(45, 50, 900)], frame, 900)
    rings, paper = land(around, frame), around
    assert [dry(42, 51), dry(43.5, 35), dry(50, 50)] == [False, False, True]  # lakes are holes


def test_an_event_stands_where_its_claims_say() -> None:
    drawing = drawn(placed(claim("c", "kp", about="b", place="town"), a=["front"], b=[]))
    inside = {n.fact: n for n in drawing.nodes}
    assert (inside["a"].shape, inside["a"].kind) == ("box", "Use")
    assert inside["a"].claims == ("said-a",)
    (circle,) = [area for area in drawing.areas if area.role == "around"]
    left, right = min(x for x, _ in circle.rings[0]), max(x for x, _ in circle.rings[0])
    assert left < inside["a"].x < right
    assert inside["town"].shape == "triangle"
    assert near(drawing, "somewhere within 400 km").fact == "front"
    assert (inside["a"].label, inside["b"].label) == (("1",), ("2",))


def test_a_country_has_no_circle_but_words() -> None:
    drawing = drawn(placed(a=["land"]))
    assert [area.role for area in drawing.areas] == ["land"]
    assert near(drawing, "no closer place named").fact == "land"


def test_a_way_runs_from_who_sends_to_where_it_goes() -> None:
    graph = placed(
        claim("some", "ru", quantity=number(2000, 8000)),
        claim("more", "kp", place="front", about="ship"),
    )
    drawing = drawn(graph)
    lines = {(e.type, e.start): e for e in drawing.edges}
    sent, hosted, supplied = (
        lines[k] for k in (("SENT", "kp"), ("HOSTED_BY", "dispatch"), ("DELIVERED", "kp"))
    )
    assert sent.path[-1] == hosted.path[0]
    assert (hosted.end, hosted.arrow, sent.arrow) == ("ru", "end", "none")
    assert (supplied.end, supplied.arrow) == ("ship", "end")
    assert sent.high > sent.low > 0
    assert sent.low / sent.high == pytest.approx(0.25, abs=0.02)
    assert "widest stands for 8,000" in drawing.caption


def test_a_voyage_runs_from_where_it_starts_to_where_it_ends() -> None:
    trip = fact("voyage", id="trip", name="Trip", origin="town", destination="front")
    graph = placed(trip, claim("sailed", "ru", about="trip"))
    [way] = [e for e in drawn(graph).edges if e.type == "LEFT_FROM"]
    assert (way.start, way.end) == ("town", "trip|front"), "the number of the event stands where it ends"


def test_what_has_no_place_is_listed_and_counted() -> None:
    drawing = drawn(placed(a=["front"], b=["nowhere"], c=[]))
    assert "Not on the map, but in the list: 2." in drawing.caption
    assert {"a"} == {n.fact for n in drawing.nodes if n.kind == "Use"}
    listed = {t.fact for t in drawing.texts if t.role == "row"}
    assert {"a", "b", "c"} <= listed


def test_a_crowd_gets_a_second_panel() -> None:
    many = {f"p{i}": SITES["town"] | {"latitude": 47 + i, "longitude": 34 + i} for i in range(5)}
    graph = placed(claim("sent", "kp"), places=many, **{f"e{i}": [f"p{i}"] for i in range(5)})
    drawing = drawn(graph)
    assert near(drawing, "see the second map")
    assert [area.role for area in drawing.areas].count("land") == 2


@pytest.mark.parametrize("narrow", [False, True])
def test_five_hundred_events_with_names_of_any_length(narrow: bool) -> None:
    places = {f"p{i}": SITES["town"] | {"latitude": 40 + i / 3, "longitude": 30 + i} for i in range(30)}
    names = {f"e{i}": [f"p{i % 30}"] for i in range(500)}
    graph = placed(places=places, **names)
    for i, word in enumerate(("Ж" * 180, "한" * 90, "שלום " * 30, "a b " * 40)):
        for id_ in (f"e{i}", f"p{i}"):
            graph.nodes[id_].properties["caption"] = word
    drawing = drawn(graph, narrow=narrow)
    assert drawing.left_out == len([n for n in graph.nodes.values() if "Event" in n.labels]) - MOST
    assert drawing.box[2] - drawing.box[0] <= (360 if narrow else 1050)
    away = {t.fact for t in drawing.texts} - {n.fact for n in drawing.nodes}
    assert f"Not on the map, but in the list: {len(away & names.keys())}." in drawing.caption
    on_paper = {n.fact for n in drawing.nodes} | {t.fact for t in drawing.texts}
    assert len([f for f in on_paper if f in names]) == MOST  # those of the small world have no claims


def test_nothing_to_show_is_said() -> None:
    assert "No event has a place with coordinates." in on_map(subject_of(world(claim("a", "kp")))).caption


def test_outputs_paint_land_below_all_else() -> None:
    drawing = drawn(placed(a=["front"]))
    text = svg.render(drawing, "dark")
    assert text.index("#2b323a") < text.index("<line")
    assert '"areas"' in as_json.render(drawing)
    assert '"areas"' not in as_json.render(drawing._replace(areas=()))


def test_a_place_is_asked_about_as_a_map(seen: Seen) -> None:
    drawing = draw_fact("kursk", seen)
    assert drawing.kind == "map"
    assert "kp-deserters-2024-10" in {n.fact for n in drawing.nodes}
    assert "Bryansk" not in {t.text for t in drawing.texts if t.role == "lane"}
    assert faults(drawing) == []


@pytest.mark.parametrize("place", ["moscow", "tehran", "vnukovo", "ir-caspian-ports"])
def test_a_way_to_a_place_where_the_event_has_no_number_is_drawn(place: str, seen: Seen) -> None:
    assert draw_fact(place, seen, "map").edges
