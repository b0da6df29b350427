"""The table of kinds is that of their files, and costs no pydantic."""

from __future__ import annotations

import subprocess
import sys
from typing import get_args

import pytest

from kg.model import table
from kg.model.base import Role
from kg.model.kinds import links, registry, ties
from kg.model.kinds.craft import Craft
from kg.model.link_roles import LinkRole
from kg.model.looks import Shape

ROLES = get_args(LinkRole)


def test_the_table_on_disk_is_fresh() -> None:
    assert table.FILE.read_text("utf-8") == table.fresh_text(), "run 'make schemas'"


def test_the_table_is_read_without_pydantic() -> None:
    code = "import sys; from kg.model import table; table.words('de'); print('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "False\n"


@pytest.mark.parametrize("label", table.kinds())
def test_every_kind_says_what_outputs_ask_of_it(label: str) -> None:
    kind = table.kinds()[label]
    model = registry()[kind.kind]
    assert (kind.labels, kind.plural, kind.role) == (model.LABELS, model.PLURAL, model.ROLE)
    assert kind.role in get_args(Role)
    assert kind.look.shape in get_args(Shape)
    assert bool(kind.voice) == (kind.role == "actor" and not issubclass(model, Craft))
    assert {"en", "de"} <= kind.words.keys()
    assert all(len(said) == 2 and all(said) for said in kind.words.values())
    declared = [link.edge for link in links(model).values()] + [tie.EDGE for tie in ties(model).values()]
    assert sorted(kind.edges) == sorted(set(declared))


@pytest.mark.parametrize("name", table.edges())
def test_every_edge_has_words_from_both_ends(name: str) -> None:
    edge = table.edges()[name]
    assert {"en", "de"} <= edge.words.keys()
    assert len(edge.words["en"]) == 3
    assert all(said[0] and all(said) for said in edge.words.values())
    assert edge.role in ROLES


def test_edges_stand_in_the_order_of_their_roles() -> None:
    ranks = [ROLES.index(edge.role) for edge in table.edges().values()]
    assert ranks == sorted(ranks)


def test_what_a_language_does_not_say_is_left_to_english() -> None:
    assert table.words("xx") == {}
    assert table.words("de").keys() <= table.words("en").keys()
    assert table.words("de")["edge.DELIVERED.in"] == "Lieferant"


def test_legends_follow_the_role_and_then_the_order_of_kinds() -> None:
    places = [
        (get_args(Role).index(kind.role), registry()[kind.kind].ORDER) for kind in table.kinds().values()
    ]
    assert places == sorted(places)


def test_properties_have_descriptions() -> None:
    for kind in table.kinds().values():
        assert [name for name, of in kind.properties.items() if not of["description"]] == []
    assert {"period_from", "low", "printed_quantity_low", "caption"} <= table.property_names()
