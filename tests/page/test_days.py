from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.analysis.asof import cut, publication_days
from kg.analysis.reading import world_of
from kg.analysis.world import Claim, Document, World, small_world
from kg.picture.out.page.days import Change, every, marks
from tests.analysis.test_components import loosened
from tests.drawing.verdicts import verdicts
from tests.laws import examples

EARLY, LATE = date(2024, 10, 11), date(2024, 10, 18)


def two_days() -> World:
    """A root and its relay printed early; a denial, a retraction and a second relay printed late."""
    world = small_world("a b c d", {"b": ("a",), "c": ("a",)})
    claims = {
        **world.claims,
        "d": world.claims["d"]._replace(stance="denies"),
        "r": Claim("r", "retracts", "b", "e", "t", (LATE, LATE)),
    }
    printed = {"a": ("d",), "b": ("d",), "c": ("late",), "d": ("late",), "r": ("late",)}
    return replace(
        world,
        claims=claims,
        printed_in=printed,
        answers={"r": ("b",)},
        documents={**world.documents, "late": Document(LATE, LATE)},
    )


def test_what_changes_is_told_from_the_day_on_which_it_changed() -> None:
    changes = every(two_days(), [EARLY, LATE], two_days().claims.keys() | {"e"}).changes
    assert [number for number, _ in changes["e"]] == [0, 1]
    assert [own["status"] for _, own in changes["e"]] == ["supported", "disputed"]
    assert [own.get("back") for _, own in changes["b"]] == [None, True]
    assert [number for number, _ in changes["c"]] == [1]
    assert "a" not in changes or all("back" not in own for _, own in changes["a"])


def test_each_day_is_that_of_the_analyses() -> None:
    world = two_days()
    changes = every(world, [EARLY, LATE], world.claims.keys() | {"e"}).changes
    for number, day in enumerate([EARLY, LATE]):
        then = marks(cut(world, day))
        for id_, own in then.items():
            assert [m for n, m in changes[id_] if n <= number][-1] == own


@pytest.mark.law
@pytest.mark.parametrize("seed", range(examples(12)))
def test_what_is_judged_apart_is_as_in_the_whole(seed: int) -> None:
    whole = loosened(seed)
    days = publication_days(whole)
    told, some = every(whole, days), [*whole.claims][::3]
    known: dict[str, list[Change]] = {}
    for number, day in enumerate(days):
        for id_, own in marks(cut(whole, day)).items():
            if (before := known.setdefault(id_, [])) == [] or before[-1][1] != own:
                before.append([number, own])
    assert told.whole
    assert told.changes == known
    assert every(whole, days, some).changes == {i: known[i] for i in some if i in known}
    late = days[len(days) // 2 :]
    assert {i: each[-1][1] for i, each in every(whole, late).changes.items()} == marks(cut(whole, late[-1]))


def test_only_what_is_asked_for_is_told() -> None:
    assert set(every(two_days(), [EARLY], ["e"]).changes) == {"e"}


def test_figures_and_what_speaks_against_a_side_of_an_event_are_told_by_day() -> None:
    graph = verdicts()
    changes = every(world_of(graph), [date(2024, 10, 13), date(2024, 10, 20)], graph.nodes.keys()).changes
    (_, event) = changes["dispatch"][-1]
    assert (event["part"], event["facets"]) == (["not-the-part"], ["how-many"])
    (_, three) = changes["three"][-1]
    assert three["figure"]["status"] == "unconfirmed"
    assert (three["figure"]["min"], three["figure"]["max"]) == (1, 1)
    assert ["figure" in own for _, own in changes["wrong"]] == [True, False]
    assert [own.get("back", False) for _, own in changes["wrong"]] == [False, True]
