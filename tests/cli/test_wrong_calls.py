"""Called wrongly: exit code 2, one line, the nearest name, nothing on standard output."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.tools import run

pytestmark = pytest.mark.usefixtures("little")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        # commands
        ("aks", ["no command 'aks'", "did you mean 'ask'?", "see 'kg --help'"]),
        ("serve", ["'kg site'", "'kg neo4j start'", "'kg mcp'"]),
        ("search", ["'kg find'", "'kg presets --search'"]),
        ("list", ["'kg presets'", "'kg ask index'"]),
        ("xpresets", ["did you mean 'presets'?"]),
        ("frobnicate", ["no command 'frobnicate'"]),
        ("export jsnl", ["'jsnl'", "'jsonl'"]),
        ("--frm", ["'--frm'", "see 'kg --help'"]),
        # options
        ("check --seds x", ["'--seds'", "'--seeds'", "see 'kg check --help'"]),
        ("load --dryrun", ["'--dry-run'"]),
        ("show aa --foramt json", ["'--format'"]),
        ("explain bb-denial --source x", ["'--sources'"]),
        ("view --outptu x", ["'--output'"]),
        ("export jsonl --outptu x", ["'--output'"]),
        ("demo --outptu x", ["'--output'"]),
        (
            "ask who-sourced --topik arms",
            ["no parameter '--topik'", "did you mean '--topic'?", "see 'kg ask who-sourced --help'"],
        ),
        ("ask ledger --suplier aa", ["did you mean '--supplier'?"]),
        ("ask --topic shells", ["'--topic' stands before the question", "kg ask QUESTION --topic"]),
        # presets
        ("ask who-sorced", ["no question 'who-sorced'", "did you mean 'who-sourced'?"]),
        ("ask Who_Sourced", ["did you mean 'who-sourced'?"]),
        ("ask zzz", ["no question 'zzz'", "'kg presets' lists"]),
        ("view timelin", ["did you mean 'timeline'?"]),
        # formats
        (
            "ask figures --format jsn",
            ["'jsn' is not one of table, csv, html, json, jsonl, markdown, graph", "did you mean 'json'?"],
        ),
        ("presets --format yaml", ["'yaml' is not one of table, csv, html, json, jsonl, markdown"]),
        ("show aa --format mardown", ["did you mean 'markdown'?"]),
        ("explain bb-denial --format csv", ["'csv' is not one of table, json"]),
        # ids
        (
            "ask who-sourced --topic arm",
            ["no Topic 'arm'", "the id of a Topic (arms)", "did you mean 'arms'?"],
        ),
        ("ask said-by --actor pilott", ["no Actor 'pilott'", "the id of an Actor", "did you mean 'pilot'?"]),
        ("ask timeline --event nope", ["no Event 'nope'"]),
        ("ask dossier --weapon howitser", ["no WeaponType 'howitser'", "did you mean 'howitzer'?"]),
        ("ask contents --document no-such-document", ["no Document 'no-such-document'"]),
        ("ask ledger --supplier arms", ["no Actor 'arms'"]),
        ("show howitzr", ["no node 'howitzr'", "did you mean 'howitzer'?"]),
        ("explain radio-howitzer", ["no Claim", "did you mean 'radio-howitzers'?"]),
        ("import x.csv", ["'x.csv' stands alone; expected kg import LAYOUT FILE", "kg import --list"]),
        ("explain aa", ["'aa' is no Claim or Event (Actor, State)", "kg show aa"]),
        ("view timeline --param event=nope", ["no Event 'nope'"]),
        # values
        ("ask figures --as-of 2024-13-01", ["'2024-13-01' does not fit --as-of", "a day as YYYY-MM-DD"]),
        ("ask figures --as-of 2024-02-30", ["'2024-02-30'"]),
        ("ask figures --as-of yesterday", ["'yesterday'"]),
        ("ask figures --as-of 13.10.2024", ["'13.10.2024'"]),
        ("ask figures --as-of ''", ["'' does not fit --as-of"]),
        ("ask said-by --actor aa --members maybe", ["'maybe' does not fit --members", "true or false"]),
        ("view timeline --param event=aa-bb-howitzers --param as_of=soon", ["'soon' does not fit --as-of"]),
        ("view timeline --param evnt=x", ["no parameter 'evnt'", "did you mean 'event'?"]),
        ("view timeline --param event", ["'event' is no parameter", "NAME=VALUE"]),
        ("view --param event=x", ["--param without a question"]),
        # what is missing, and what is too much
        ("ask who-sourced --topic", ["'--topic' needs a value"]),
        ("ask who-sourced --topic --format json", ["'--topic' needs a value"]),
        ("ask who-sourced --format", ["'--format' needs a value"]),
        ("load --store", ["'--store'"]),
        ("show", ["'ID'", "see 'kg show --help'"]),
        ("explain", ["'CLAIM|EVENT'"]),
        ("show aa bb", ["(bb)"]),
        ("ask who-sourced arms", ["(arms)"]),
        ("presets claims", ["(claims)"]),
        # places
        ("check --seeds no/such/folder", ["no folder no/such/folder", "--seeds DIR or KG_SEEDS"]),
        ("load no-such-file.jsonl", ["no file no-such-file.jsonl"]),
        ("load .", ["no file ."]),
        (
            "explain bb-denial --sources no/such/folder",
            ["no folder no/such/folder", "--sources or KG_SOURCES"],
        ),
        ("ask figures --store redis://localhost", ["unknown kind of address 'redis://'", "bolt"]),
    ],
)
def test_is_refused(call: str, words: list[str]) -> None:
    ran = run(*(part.strip("'") for part in call.split(" ")))
    ran.refused(*words)
    assert ran.err.count("\n") == 1, "one line"


@pytest.mark.parametrize("group", [("ask",), ("export",)])
def test_a_group_alone_shows_its_help_and_is_no_success(group: tuple[str, ...]) -> None:
    ran = run(*group)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage: kg")


def test_environment_names_a_folder_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_SEEDS", "gone")
    run("ask", "index").refused("no folder gone", "KG_SEEDS")


def test_nothing_is_written_by_a_wrong_call(tmp_path: Path) -> None:
    for call in (
        "view timeline --param event=nope --output x.html",
        "view nope --output x.html",
        "export jsnl --output x",
    ):
        assert run(*call.split()).code == 2
    assert list(tmp_path.iterdir()) == []
