"""`kg find`: ids by name."""

from __future__ import annotations

import json

import pytest

from tests.cli.tools import run, widest

pytestmark = pytest.mark.usefixtures("corpus_folder")


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Selenskyj", "zelensky"),
        ("Путин", "putin"),
        ("Pjoengjang", "kp"),
        ("kn23", "kn-23"),
        ("wahsington post", "washington-post"),
    ],
)
def test_finds_ids_that_can_be_passed_on(name: str, id: str) -> None:
    rows = json.loads(run("find", name).done())
    assert list(rows[0]) == ["id", "kind", "name", "matched", "score", "why"]
    assert rows[0]["id"] == id
    assert run("show", rows[0]["id"]).code == 0


def test_only_one_kind() -> None:
    rows = json.loads(run("find", "missile", "--kind", "weapontype").done())
    assert {row["kind"] for row in rows} == {"WeaponType"}
    run("find", "missile", "--kind", "Wepon").refused("no kind 'Wepon'", "did you mean 'WeaponType'?")


def test_nothing_is_called_so() -> None:
    run("find", "quaxfoo").failed("nothing in ", "is called 'quaxfoo'")
    run("find", "").failed("is called ''")


def test_in_a_table() -> None:
    out = run("find", "missile", tty=True).done()
    assert widest(out) <= 80
    assert out.startswith("What is called 'missile'?\n")
