"""Questions in words on the command line: what is understood, asked back, or refused."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.cli.tools import KG, clean, run, shown_on

pytestmark = pytest.mark.usefixtures("corpus_folder")


def test_says_what_it_understood_beside_the_answer() -> None:
    ran = run("ask", "who sourced the troop numbers")
    assert ran.code == 0
    assert ran.err == "understood: who-sourced --topic troop-numbers\n"
    assert ran.out == run("ask", "who-sourced", "--topic", "troop-numbers").done()


def test_quotes_are_not_needed() -> None:
    assert run("ask", "who", "sourced", "the", "troop", "numbers", "--limit", "1") == run(
        "ask", "who sourced the troop numbers", "--limit", "1"
    )


def test_german_with_days_and_options() -> None:
    ran = run(
        "ask", "Wer steht hinter den Truppenzahlen bis 13.10.2024?", "--format", "csv", "--columns", "root"
    )
    assert ran.err == "understood: who-sourced --topic troop-numbers --as-of 2024-10-13\n"
    assert (
        ran.out.splitlines()
        == run("ask", "who-sourced", "--as-of", "2024-10-13", "--format", "csv", "--columns", "root")
        .done()
        .splitlines()
    )


def test_what_is_given_as_an_option_wins_over_the_words() -> None:
    for option in (["--topic", "shells"], ["--topic=shells"]):
        ran = run("ask", "who sourced the troop numbers", *option)
        assert ran.out == run("ask", "who-sourced", "--topic", "shells").done()


def test_nothing_is_answered_with_half_of_the_words() -> None:
    ran = run("ask", "who sourced the troop numbers yesterday evening")
    assert (ran.code, ran.out) == (2, "")
    assert "fits no question with all its words for certain" in ran.err
    assert "\n  kg ask who-sourced --topic troop-numbers\n" in ran.err
    assert "\n     not used: yesterday, evening\n" in ran.err


def test_what_must_be_told_may_be_an_option() -> None:
    ran = run("ask", "who is behind the claims")
    assert ran.code == 2
    assert "\n  kg ask who-sourced --topic troop-numbers\n" in ran.err
    told = run("ask", "who is behind the claims", "--topic", "shells")
    assert told.err == "understood: who-sourced\n"
    assert told.out == run("ask", "who-sourced", "--topic", "shells").done()


def test_a_day_of_an_event_is_no_day_of_knowledge() -> None:
    ran = run("ask", "what was delivered by 2024-10-13")
    assert ran.code == 2
    assert "not used: by 2024-10-13" in ran.err
    assert run("ask", "what was delivered as of 2024-10-13").err.startswith(
        "understood: ledger --as-of 2024-10-13\n"
    )


def test_claims_are_named_by_id() -> None:
    ran = run("ask", "who repeats isw-troops-arrived-2024-10-12")
    assert ran.err == "understood: repeated-by --claim isw-troops-arrived-2024-10-12\n"
    assert json.loads(ran.out)


def test_nothing_fits_names_the_three_nearest_questions() -> None:
    ran = run("ask", "what is the weather in Berlin")
    assert (ran.code, ran.out) == (2, "")
    first, *nearest = ran.err.splitlines()
    assert first.startswith("error: no question fits 'what is the weather in Berlin'")
    assert len(nearest) == 3
    assert all(line.startswith("  kg ask ") for line in nearest)


def test_several_that_fit_are_listed_in_a_pipe() -> None:
    ran = run("ask", "shells please")
    assert (ran.code, ran.out) == (2, "")
    assert "questions equally" in ran.err
    assert ran.err.count("\n  kg ask ") >= 2
    assert "--topic shells" in ran.err


def test_one_mistyped_word_is_a_name_and_not_a_question() -> None:
    run("ask", "who-sorced").refused("no question 'who-sorced'", "did you mean 'who-sourced'?")
    run("ask", "timelin", "--event", "x").refused("did you mean 'timeline'?")


def test_a_question_without_end_is_refused() -> None:
    run("ask", "who sourced " * 100).refused("at most 500")


def test_options_are_checked_as_ever() -> None:
    assert run("ask", "who sourced the troop numbers", "--topik", "x").code == 2
    assert "did you mean '--topic'?" in run("ask", "who sourced the troop numbers", "--topik", "x").err
    assert "no column 'rot'" in run("ask", "who sourced the troop numbers", "--columns", "rot").err


def test_statement_of_a_question() -> None:
    ran = run("ask", "who sourced the shells by 2024-10-13", "--cypher")
    assert ran.out.startswith("// Who sourced")
    assert "  topic: 'shells', // " in ran.out
    assert "  as_of: date('2024-10-13') // " in ran.out


def typed(keys: bytes, env: dict[str, str]) -> tuple[int, str]:
    """Ask an ambiguous question on a terminal and type an answer; return exit code and what was shown."""
    outer, inner = pty.openpty()
    asked = subprocess.Popen(
        [KG, "ask", "shells please", "--format", "csv"],
        stdin=inner,
        stdout=inner,
        stderr=inner,
        env=clean(env),
        start_new_session=True,
    )
    os.close(inner)
    unsent = [keys]

    def answer(so_far: bytes) -> None:
        if b"which one" in so_far and unsent:
            os.write(outer, unsent.pop())

    seen = shown_on(outer, answer)
    return asked.wait(60), seen.decode()


def test_a_person_is_asked_back(corpus_folder: Path) -> None:
    env = {"KG_SEEDS": str(corpus_folder / "seeds"), "TERM": "xterm"}
    code, seen = typed(b"1\n", env)
    assert code == 0
    assert "1. " in seen
    assert "2. " in seen
    assert "understood: " in seen


def test_nobody_answers(corpus_folder: Path) -> None:
    code, seen = typed(b"\x04", {"KG_SEEDS": str(corpus_folder / "seeds"), "TERM": "xterm"})
    assert code == 130
    assert "understood" not in seen
    assert "Traceback" not in seen


def test_search_ranks_presets_and_says_why() -> None:
    rows = json.loads(run("presets", "--search", "denied or doubted").done())
    assert {row["name"] for row in rows[:2]} == {"denied-or-doubted", "disputed"}
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    assert set(rows[0]["why"]) == {"denied", "doubted"}
    assert json.loads(run("presets", "--search", "Quelle").done())
    run("presets", "--search", "xyzzy").failed("no question fits 'xyzzy'")
