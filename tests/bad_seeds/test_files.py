"""Seed files that cannot be read, or hold no lists of facts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import SeedError
from kg.sources.fingerprint import fingerprint
from kg.sources.seeds import load
from tests.bad_seeds.right import BASE, CLAIM, FIELDS, KINDS, STANCES, Wrong


def test_a_duplicate_key(wrong: Wrong) -> None:
    todo = "expected each key once; delete or rename one of the two"
    assert wrong(
        a="states:\n- id: kp\n  name: X\n  name: Y\npeople: []\nstates:\n- {id: ru, name: R}\n",
        b="people: [{id: p, name: P, part_of: [{actor: ru}]}]",
    ) == [
        f"a.yaml:4:3: the key 'name' stands twice: a.yaml:3:3 has it; {todo}",
        f"a.yaml:6:1: the key 'states' stands twice: a.yaml:1:1 has it; {todo}",
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("states:\n\t- id: kp\n", "2:1"),
        ("states:\n- id: kp\n  \tname: x\n", "3:3"),
        ("states:\n- id: kp\n\tname: x\n", "3:1"),
    ],
)
def test_tabs(wrong: Wrong, text: str, place: str) -> None:
    assert wrong(a=text) == [
        f"a.yaml:{place}: a tab where YAML wants spaces; expected indentation by spaces; replace the tab by"
        " two spaces"
    ]


@pytest.mark.parametrize(
    ("encoding", "text", "problem"),
    [
        (
            "latin-1",
            "states:\n- {id: kp, name: Größe}\n",
            "2:20: byte 0xf6 is not UTF-8; expected a file in UTF-8; save it as UTF-8",
        ),
        (
            "cp1252",
            "states:\n- {id: kp, name: “x”}\n",
            "2:18: byte 0x93 is not UTF-8; expected a file in UTF-8; save it as UTF-8",
        ),
        ("utf-16", "states: []\n", "1:1: byte 0xff is not UTF-8; expected a file in UTF-8; save it as UTF-8"),
        (
            "utf-16-be",
            "states: []\n",
            "1:1: the character U+0000; expected text that only shows; delete it, or save the file as UTF-8",
        ),
        (
            "utf-8",
            "states:\n- {id: kp, name: a\0b}\n",
            "2:19: the character U+0000; expected text that only shows; delete it, or save the file as UTF-8",
        ),
    ],
)
def test_another_encoding(wrong: Wrong, encoding: str, text: str, problem: str) -> None:
    assert wrong(a=text.encode(encoding)) == [f"a.yaml:{problem}"]


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BASE, encoding="utf-8-sig")
    assert len(load(tmp_path).facts) == 6


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "---\n", "null\n", "{}\n"])
def test_an_empty_file(wrong: Wrong, text: str) -> None:
    assert wrong(a=text, base=BASE) == [
        "a.yaml:1:1: the file is empty; expected at least one list of facts; add facts or delete the file"
    ]


@pytest.mark.parametrize("text", ["- a\n", "foo\n", "5\n", "false\n", "'x'\n"])
def test_a_file_that_is_no_mapping(wrong: Wrong, text: str) -> None:
    assert wrong(a=text) == [
        "a.yaml:1:1: the file does not hold lists of facts; expected keys such as claims: with a list below"
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("states:\n", "1:1: 'states' is empty; expected facts that start with '- id:'"),
        (
            "states: {id: kp, name: x}\n",
            "1:1: 'states' is not a list; expected facts that start with '- id:'",
        ),
        ("states: kp\n", "1:1: 'states' is not a list; expected facts that start with '- id:'"),
        (
            "states: []\nstate: []\n",
            f"2:1: unknown kind of fact 'state'; expected one of {KINDS}; did you mean 'states'?",
        ),
        (
            "  persons: []\n",
            f"1:3: unknown kind of fact 'persons'; expected one of {KINDS}; did you mean 'people'?",
        ),
        ("5: []\n", f"1:1: unknown kind of fact '5'; expected one of {KINDS}"),
    ],
)
def test_kinds(wrong: Wrong, text: str, problem: str) -> None:
    assert wrong(a=text) == [f"a.yaml:{problem}"]


def test_facts_of_a_mistyped_kind_are_not_missed_by_others(wrong: Wrong) -> None:
    assert len(wrong(base=BASE.replace("states:", "stats:"), c=CLAIM)) == 1


def test_a_folder_named_like_a_seed_file(wrong: Wrong, tmp_path: Path) -> None:
    (tmp_path / "seeds" / "x.yaml").mkdir(parents=True)
    assert wrong(c=CLAIM) == ["x.yaml: cannot be read: Is a directory; check that it exists and may be read"]


def test_a_link_to_nothing(wrong: Wrong, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "x.yaml").symlink_to(tmp_path / "gone.yaml")
    assert wrong(c=CLAIM.replace("stance: asserts", "stance: deny")) == [
        (
            f"c.yaml:4:11: 'deny' is no known word for 'stance' in claim 'c1'; expected one of {STANCES}; did"
            " you mean 'denies'?"
        ),
        "x.yaml: cannot be read: No such file or directory; check that it exists and may be read",
    ]


def test_a_link_is_named_as_it_stands_in_the_folder(wrong: Wrong, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "elsewhere.txt").write_text("nothing: []\n", encoding="utf-8")
    (tmp_path / "seeds" / "x.yaml").symlink_to(tmp_path / "seeds" / "elsewhere.txt")
    assert wrong()[0].startswith("x.yaml:1:1: unknown kind of fact 'nothing'")


@pytest.mark.parametrize("links", [False, True], ids=["itself", "by a link"])
@pytest.mark.parametrize("kind", ["pipe", "device", "outside", "large"])
def test_only_files_of_bounded_size_inside_the_folder_are_read(
    kind: str, links: bool, wrong: Wrong, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.system.reading.FACTS", 10_000)
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    real = seeds / ("real.txt" if links else "x.yaml")
    if kind == "pipe":
        os.mkfifo(real)
    elif kind == "device":
        real.symlink_to("/dev/zero")
    elif kind == "outside":
        (tmp_path / "secret").write_text("states: [{id: secret}]\n")
        real.symlink_to("../secret")
    else:
        real.write_text("#" * 10_001)
    if links:
        (seeds / "x.yaml").symlink_to("real.txt")
    reason = {
        "pipe": "it is a pipe, and only files are read; put a file there",
        "device": f"it is a link that leads out of {seeds}; put the file itself there",
        "outside": f"it is a link that leads out of {seeds}; put the file itself there",
        "large": "it holds more than 10,000 bytes; divide it into several",
    }
    assert wrong() == [f"x.yaml: cannot be read: {reason[kind]}"]
    assert fingerprint(seeds) == fingerprint(seeds), "a question asks for it before anything is read"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "states: [" + "1," * 400 + "]",
            "x.yaml:1:604: more than 300 values; expected fewer facts in a file",
        ),
        (
            "states: [&a 1," + "*a," * 400 + "]",
            "x.yaml:1:39: the alias '*a'; expected every value written out",
        ),
    ],
    ids=["values", "aliases"],
)
def test_what_one_file_may_cost_is_bounded(
    text: str, reason: str, wrong: Wrong, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.sources.yaml_tree.VALUES", 300)
    monkeypatch.setattr("kg.sources.yaml_tree.FAULTS", 10)
    found = wrong(x=text)
    assert found[-1].startswith(reason)
    assert len(found) <= 10


def test_one_fact_with_very_many_faults_is_told_in_one_line(wrong: Wrong) -> None:
    found = wrong(x="states: [{id: aa, name: x, known_as: [" + "1," * 2_000 + "]}]")
    assert found == ["x.yaml:1:10: state 'aa' has 2,000 faults; expected a fact"]


@pytest.mark.parametrize("folder", ["empty", "hidden"])
def test_no_seed_files(tmp_path: Path, folder: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "hidden" / ".git").mkdir(parents=True)
    (tmp_path / "hidden" / ".git" / "a.yaml").write_text("x", encoding="utf-8")
    (tmp_path / "hidden" / ".a.yaml").write_text("x", encoding="utf-8")
    (tmp_path / "hidden" / "notes.txt").write_text("x", encoding="utf-8")
    with pytest.raises(SeedError) as caught:
        load(tmp_path / folder)
    assert (
        str(caught.value)
        == f"{tmp_path / folder}: no seed files; expected *.yaml files with facts; name the folder with"
        " --seeds DIR"
    )


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(
        SeedError, match="nowhere: cannot be read: No such file or directory; check that it exists"
    ):
        load(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            "states:\n- &a {id: kp, name: x}\n- *a\n",
            [
                "2:3: the anchor '&a'; expected every value written out; delete the anchor",
                "3:3: the alias '*a'; expected every value written out; write the value again",
            ],
        ),
        (
            "states:\n- {id: kp, name: *b}\n",
            ["2:18: the alias '*b'; expected every value written out; write the value again"],
        ),
        (
            "states:\n- {id: kp, name: !!str 5}\n",
            ["2:18: the tag '!!str'; expected plain YAML without tags; delete the tag"],
        ),
        (
            "states:\n- !!python/object/apply:os.system [ls]\n",
            [
                "2:3: the tag '!!python/object/apply:os.system'; expected plain YAML without tags; delete"
                " the tag"
            ],
        ),
        (
            "states: [{id: kp, name: x, <<: *a}]\n",
            [
                f"1:28: unknown field '<<' in state 'kp'; expected one of {FIELDS}",
                "1:32: the alias '*a'; expected every value written out; write the value again",
            ],
        ),
    ],
)
def test_anchors_aliases_and_tags(wrong: Wrong, text: str, problems: list[str]) -> None:
    assert wrong(a=text) == [f"a.yaml:{problem}" for problem in problems]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("states: " + "[" * 5_000 + "]" * 5_000, "1:41"),
        ("states: " + "[" * 100_000, "1:41"),
        ("states:\n- " + "{a: " * 5_000 + "}" * 5_000, "2:124"),
        ("states:\n" + "- " * 5_000 + "x\n", "2:65"),
    ],
)
def test_deep_nesting(wrong: Wrong, text: str, place: str) -> None:
    assert wrong(a=text) == [f"a.yaml:{place}: nested more than 32 levels deep; expected facts as flat lists"]
