"""When a membership began or ended, where the text gives only about when."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from pydantic import ValidationError

from kg.model.convert import facts_of, rows_of
from kg.model.kinds.actor import Membership
from kg.model.kinds.person import Person
from kg.model.kinds.state import State
from kg.model.kinds.voyage import Voyage


def test_an_approximate_day_excludes_none_and_is_kept() -> None:
    member = Membership.model_validate({"actor": "kp", "since": "2022~", "until": "2021"})
    person = Person(id="kim", name="Kim", part_of=[member])
    graph = rows_of([State(id="kp", name="North Korea"), person])
    (edge,) = (e for e in graph.edges.values() if e.type == "PART_OF")
    assert edge.properties["since_text"] == "2022~"
    assert "since_from" not in edge.properties
    assert person in facts_of(graph)


@pytest.mark.parametrize("text", ["{2022,2023}", "[2022,2023]"])
def test_several_days_are_no_beginning(text: str) -> None:
    with pytest.raises(ValidationError, match="is several days: write the first, or a span"):
        Membership.model_validate({"actor": "kp", "since": text})


@pytest.mark.parametrize(
    ("left", "arrived", "fits"),
    [
        ("2023-06-01T09:24", "2023-06-01T11:00", True),
        ("2023-06-01T09:24", "2023-06-01T08:00", False),
        ("2023-06-01T09:24+03:00", "2023-06-01T08:00Z", True),
        ("2023-06-02~", "2023-06-01", True),
        ("2023-06-02", "2023-06-01", False),
    ],
)
def test_a_leg_arrives_after_it_leaves_as_far_as_its_clocks_tell(left: str, arrived: str, fits: bool) -> None:
    leg = {"id": "v", "name": "Leg", "description": "A leg.", "left": left, "arrived": arrived}
    refused = pytest.raises(ValidationError, match="a leg cannot arrive before it leaves")
    with nullcontext() if fits else refused:
        Voyage.model_validate(leg | {"craft": ["ship"]})
