"""A name is as good as an id wherever only one thing can be meant; what was understood is said."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.load.seeds import plan_facts
from kg.model.kinds.state import State
from kg.questions.unknown_ids import id_of
from kg.store import connect
from tests.cli.tools import run

pytestmark = pytest.mark.usefixtures("corpus_folder")
NORTH_KOREA = "note: understood 'North Korea' as kp\n"
DISPATCH = "Dispatch of North Korean troops to Russia, October 2024"
SAME = [
    ("show {}", "kim", "Kim Jong Un"),
    ("show {}", "putin", "Путин"),
    ("ask ledger --supplier {} --format csv", "kp", "North Korea"),
    ("ask ledger --supplier {} --format graph", "kp", "Nordkorea"),
    ("ask status --actor {} --format csv", "kp", "NORTH KOREA"),
    ("ask timeline --event {} --format csv", "kp-troops-dispatch-2024", DISPATCH),
    ("explain {} --format table", "kp-troops-dispatch-2024", DISPATCH),
    ("view {} --format svg -o -", "kn-23", "KN-23"),
    ("view ledger --param supplier={} --format svg -o -", "kp", "North Korea"),
]


@pytest.mark.parametrize(("call", "id", "name"), SAME, ids=[f"{call} {name}" for call, _, name in SAME])
def test_a_name_gets_what_the_id_gets(call: str, id: str, name: str) -> None:
    by_id, by_name = (run(*(word.replace("{}", one) for word in call.split())) for one in (id, name))
    assert (by_name.code, by_name.out) == (0, by_id.out)
    assert by_name.err == by_id.err + f"note: understood '{name}' as {id}\n"


def test_the_file_of_a_drawing_is_named_after_the_id(corpus_folder: Path) -> None:
    ran = run("view", "ledger", "--param", "supplier=North Korea", "--format", "svg")
    assert ran.err == NORTH_KOREA
    (corpus_folder / "build" / "ledger_supplier-kp.svg").unlink()


def test_the_table_says_what_was_understood() -> None:
    out = run("ledger", "--supplier", "North Korea", tty=True).done()
    assert "understood 'North Korea' as kp" in out


@pytest.mark.parametrize(
    ("call", "name", "words"),
    [
        ("show {}", "Seoul", ["no node 'Seoul'", "did you mean 'kr'?"]),  # a town, and a government called so
        ("show {}", "Nort Korea", ["did you mean 'kp'?"]),
        ("show {}", "North Korea; kp", ["no node"]),
        ("ask roots --event {}", "Kim Jong Un", ["there is no Event 'Kim Jong Un'"]),
        ("ask ledger --supplier {}", "Korea", ["there is no Actor 'Korea'"]),
        ("explain {}", "Kim Jong Un", ["no Claim or Event 'Kim Jong Un'"]),
    ],
)
def test_what_may_mean_several_or_another_kind_is_refused(call: str, name: str, words: list[str]) -> None:
    run(*(word.replace("{}", name) for word in call.split())).refused(*words)


def test_an_id_is_never_taken_for_a_name() -> None:
    store = connect("memory")
    facts = [State(id="aa", name="bb"), State(id="bb", name="Beta"), State(id="cc", name="beta-two")]
    plan_facts(facts, store, "x").run()
    found = {name: id_of(store, name) for name in ("aa", "bb", "Beta", "beta two", "bet", "")}
    assert found == {"aa": "aa", "bb": "bb", "Beta": "bb", "beta two": "cc", "bet": None, "": None}


def test_a_program_reads_it_in_the_note() -> None:
    asked = kg.ask("ledger", supplier="North Korea")
    assert asked.note == "understood 'North Korea' as kp"
    assert asked.parameters["supplier"] == "kp"
    assert asked.rows == kg.ask("ledger", supplier="kp").rows
    assert asked.elements == kg.ask("ledger", supplier="kp").elements
    assert kg.explain(DISPATCH).note.startswith(f"understood '{DISPATCH}' as kp-troops-dispatch-2024")
