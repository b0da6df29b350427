"""The registry of fact kinds, and what all kinds share."""

from __future__ import annotations

import subprocess
import sys

import pytest
from pydantic import ValidationError

from kg.model.base import FieldError
from kg.model.kinds import links, registry
from kg.model.kinds.state import State


def test_kinds_are_sorted_and_found_by_their_files() -> None:
    assert list(registry()) == sorted(registry())
    assert {"claim", "document", "state", "shipment", "weapon_type"} <= set(registry())


@pytest.mark.parametrize(("kind", "plural"), [("state", "others"), ("other", "states")])
def test_two_kinds_of_one_name_are_refused(kind: str, plural: str) -> None:
    code = (
        "from kg.model.kinds import Fact, registry\n"
        f"class Twin(Fact):\n    KIND = {kind!r}\n    PLURAL = {plural!r}\n    LABELS = ('Twin',)\n"
        "registry()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "TypeError: two fact kinds are called" in done.stderr


def test_a_fact_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        State(id="kp", name="North Korea").name = "x"  # type: ignore[misc]


def test_links_say_which_way_an_edge_runs() -> None:
    link_of = links(registry()["shipment"])
    assert (link_of["supplier"].edge, link_of["supplier"].reverse) == ("DELIVERED", True)
    assert (link_of["recipient"].edge, link_of["recipient"].reverse) == ("RECEIVED_BY", False)


def test_a_field_error_keeps_the_path_beside_the_text() -> None:
    error = FieldError("too much", "quantity", "low")
    assert (str(error), error.path) == ("too much", ("quantity", "low"))
