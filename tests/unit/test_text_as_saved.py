"""Marks before a text, line ends of any system, and characters that nobody sees: read alike everywhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.curate.candidates import candidates
from kg.curate.check.rule import Corpus
from kg.curate.check.rules.duplicates import shared_names
from kg.curate.phrases import Spot, nearest_passage, spots
from kg.errors import SeedError
from kg.language.days import days
from kg.language.decoding import decoded
from kg.language.guess import language_of
from kg.language.known_names import KnownNames
from kg.language.name_search import Name, search
from kg.language.numbers import numbers
from kg.language.plain import plain
from kg.language.sentences import sentences
from kg.model.kinds.person import Person
from kg.model.kinds.state import State
from kg.model.kinds.weapon_type import WeaponType
from kg.questions.parse import read_question
from kg.sources import json_lines, texts, yaml_tree
from kg.sources.seeds import load
from tests.cli.tools import run

MARK = b"\xef\xbb\xbf"
SAVED = [
    pytest.param(mark, end, id=f"{'mark' if mark else 'bare'}-{end!r}")
    for mark in (b"", MARK)
    for end in (b"\n", b"\r\n", b"\r")
]
YAML = b"states:\n- id: aa\n  name: Alpha\n  note: >-\n    two\n    lines\n"
LINES = b'{"type": "state", "id": "aa", "name": "Alpha"}\n\n{"type": "state", "id": "bb", "name": "Beta"}\n'
QUESTION = b"""// Who is there?
// :about   One row
// and one more line.
// :returns id str
// :key     id
// :order   id
// :tags    actors
MATCH (a:Actor)
// a remark
RETURN a.id AS id
ORDER BY id
"""


def _saved(text: bytes, mark: bytes, end: bytes) -> bytes:
    return mark + text.replace(b"\n", end)


@pytest.mark.parametrize(("mark", "end"), SAVED)
def test_seeds(tmp_path: Path, mark: bytes, end: bytes) -> None:
    (tmp_path / "plain.yaml").write_bytes(YAML)
    (tmp_path / "saved.yaml").write_bytes(_saved(YAML, mark, end))
    wanted, read = (yaml_tree.read(tmp_path / f"{name}.yaml", "x.yaml") for name in ("plain", "saved"))
    assert read == wanted
    (tmp_path / "plain.yaml").unlink()
    assert load(tmp_path).facts[0].id == "aa"


@pytest.mark.parametrize(("mark", "end"), SAVED)
def test_a_fault_in_seeds_keeps_its_place(tmp_path: Path, mark: bytes, end: bytes) -> None:
    (tmp_path / "a.yaml").write_bytes(_saved(YAML + b"\n  nmae: x\x07\n", mark, end))
    assert str(yaml_tree.read(tmp_path / "a.yaml", "a.yaml")[1][0]).startswith("a.yaml:8:10: ")


@pytest.mark.parametrize(("mark", "end"), SAVED)
def test_lines_of_facts(tmp_path: Path, mark: bytes, end: bytes) -> None:
    (tmp_path / "a.jsonl").write_bytes(_saved(LINES, mark, end))
    assert "a.grafeo is loaded" in run("load", tmp_path / "a.jsonl", "--store", tmp_path / "a.grafeo").done()
    (tmp_path / "plain.jsonl").write_bytes(LINES)
    again = run("load", tmp_path / "plain.jsonl", "--store", tmp_path / "a.grafeo").done()
    assert "up to date" in again  # the fingerprint is of the facts


@pytest.mark.parametrize(("mark", "end"), SAVED)
def test_a_fault_in_lines_keeps_its_place(tmp_path: Path, mark: bytes, end: bytes) -> None:
    (tmp_path / "a.jsonl").write_bytes(_saved(LINES + b'{"type": "stat", "id": "cc"}\n', mark, end))
    run("load", tmp_path / "a.jsonl", "--store", tmp_path / "a.grafeo").failed(
        "a.jsonl:4:10: unknown type 'stat'"
    )


def test_lines_of_text_may_have_a_mark() -> None:
    assert len(json_lines.read(("\ufeff" + LINES.decode()).split("\n"), "a.jsonl").facts) == 2
    with pytest.raises(SeedError):
        json_lines.read(["", '\ufeff{"type": "state"}'], "a.jsonl")


@pytest.mark.parametrize(("mark", "end"), SAVED)
def test_questions(tmp_path: Path, mark: bytes, end: bytes) -> None:
    for name, content in (("plain", QUESTION), ("saved", _saved(QUESTION, mark, end))):
        (tmp_path / name / "actors").mkdir(parents=True)
        (tmp_path / name / "actors" / "who.cypher").write_bytes(content)
    wanted, read = (
        read_question(str(tmp_path / n / "actors" / "who.cypher"), "x") for n in ("plain", "saved")
    )
    assert read == wanted


@pytest.mark.parametrize(("mark", "end"), SAVED)
def test_statements(tmp_path: Path, mark: bytes, end: bytes) -> None:
    statement = b"MATCH (a:State)\n// a remark\nRETURN a.id AS id\nORDER BY id LIMIT 1\n"
    (tmp_path / "q.cypher").write_bytes(_saved(statement, mark, end))
    (tmp_path / "a.jsonl").write_bytes(LINES)
    run("load", tmp_path / "a.jsonl", "--store", tmp_path / "s.grafeo").done()
    asked = ("cypher", "--file", tmp_path / "q.cypher", "--store", tmp_path / "s.grafeo", "--format", "json")
    assert json.loads(run(*asked).done()) == [{"id": "aa"}]


@pytest.mark.parametrize(("mark", "end"), SAVED)
def test_texts_count_as_they_did(mark: bytes, end: bytes) -> None:
    """The mark of a text counts as its first character: citations and hashes that exist stay right."""
    held = texts.of_bytes(_saved("eins\n\nGro\u0308ße\n".encode(), mark, end))
    assert held.paragraphs == (mark.decode() + "eins", "Größe")


@given(st.binary(max_size=30))
def test_decoding_ends_every_line_alike(raw: bytes) -> None:
    try:
        text = decoded(raw)
    except UnicodeDecodeError:
        return
    assert "\r" not in text
    assert text.replace("\n", "") == raw.decode("utf-8-sig").replace("\r", "").replace("\n", "")


# ---- what is matched, and where it stands

NAMES = KnownNames(
    [
        Person(id="weber", name="Anna Weber"),
        State(id="kp", name="Pjo\u0308ngjang"),
        WeaponType(id="kn-23", name="KN-23"),
        State(id="sa", name="السعودية"),
    ]
)


@pytest.mark.parametrize(
    ("text", "words", "reading"),
    [
        ("bis zu １２０ Raketen", "bis zu １２０", "high: 120, unit: missiles"),
        ("über 1\u200b000 Granaten", "über 1\u200b000", "low: 1000, low_open: true, unit: shells"),
        ("mehr als ٣٠٠ Panzer", "mehr als ٣٠٠", "low: 300, low_open: true, unit: tanks"),
        ("zwei\u00adhundert Ra\u00adketen", "zwei\u00adhundert", "low: 200, high: 200, unit: missiles"),
        ("thou\u00adsands of shells", "thou\u00adsands of", "vague: thousands, unit: shells"),
        ("am \ufeff２. Mai ２０２４", "２. Mai ２０２４", "2024-05-02"),
        ("am 2.\u200b Okto\u00adber 2024", "2.\u200b Okto\u00adber 2024", "2024-10-02"),
        ("２０２４-１０-１４", "２０２４-１０-１４", "2024-10-14"),
        ("on \u200eOct. 9, 2024\u200f", "Oct. 9, 2024", "2024-10-09"),
        ("so An\u00adna We\u200bber", "An\u00adna We\u200bber", "weber"),
        ("in Pjöng\u00adjang", "Pjöng\u00adjang", "kp"),
        ("die ＫＮ－２３", "ＫＮ－２３", "kn-23"),
        ("في \u200fالسعودية\u200f", "السعودية", "sa"),
    ],
)
def test_candidates_are_found_and_stand_where_they_are_printed(text: str, words: str, reading: str) -> None:
    found = [c for c in candidates(text, NAMES) if c.kind != "reporting"]
    assert [c.reading for c in found] == [reading]
    assert text[found[0].start : found[0].end] == words


@pytest.mark.parametrize(
    ("text", "phrase", "span"),
    [
        ("Er sagte, 1２0 Ra\u00adketen seien da.", "120 Raketen seien", (10, 28)),
        ("\ufeffEr sagte es.", "Er sagte", (1, 9)),
        ("Ein Satz\u200e, \u2067هكذا\u2069 gesagt", "Satz, هكذا gesagt", (4, 24)),
        ("Größe: fünf Ge\u200bschütze", "Gro\u0308ße: fu\u0308nf Geschu\u0308tze", (0, 22)),
        ("die ＫＮ－２３ flog", "die KN-23 flog", (0, 14)),
    ],
)
def test_phrases_are_found_and_spans_are_as_printed(text: str, phrase: str, span: tuple[int, int]) -> None:
    assert spots([text], phrase) == [Spot(1, *span)]
    assert nearest_passage([text], phrase) == Spot(1, *span)


def test_sentences_end_before_what_nobody_sees() -> None:
    text = "Er kam.\u200b Sie ging.\ufeff\u00ad Ende"
    assert [text[a:b] for a, b in sentences(text)] == ["Er kam.", "\u200b Sie ging.", "\ufeff\u00ad Ende"]


def test_the_language_of_a_hyphenated_text() -> None:
    assert language_of("Da\u00ads i\u00adst ni\u00adcht d\u00ader Fall") == "de"


@pytest.mark.parametrize(
    "text",
    ["Anna We\u00adber", "\ufeffAnna Weber", "Anna\u200b Weber", "Ａｎｎａ Weber", "Anna We\u200dber\u200f"],
)
def test_names_are_found_however_they_were_copied(text: str) -> None:
    assert [hit.id for hit in search(text, [Name("weber", ("Person",), ("Anna Weber",))])] == ["weber"]


@pytest.mark.parametrize(
    "name", ["Pjöng\u00adjang", "Pjo\u0308ngjang", "PJÖNGJANG", "Pjöngjang\u200b", "Ｐjöngjang"]
)
def test_one_name_written_twice_is_told(tmp_path: Path, name: str) -> None:
    rows = {"states": [{"id": "aa", "name": "Pjöngjang"}, {"id": "bb", "name": name}]}
    (tmp_path / "a.yaml").write_text(json.dumps(rows), encoding="utf-8")
    assert len(list(shared_names(Corpus(load(tmp_path))))) == 1


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("１２", 12),
        ("－１", -1),
        ("1２.５", 12.5),
        ("２０２４-１０-１４", "2024-10-14"),
        ("Ａ１", "Ａ１"),
        ("٣", 3),
    ],
)
def test_figures_of_full_width_in_seeds(tmp_path: Path, written: str, meant: object) -> None:
    (tmp_path / "a.yaml").write_text(f"a: {written}\nb: '{written}'\n", encoding="utf-8")
    tree = yaml_tree.read(tmp_path / "a.yaml", "a.yaml")[0]
    assert tree is not None
    assert tree.value == {"a": meant, "b": written}


@given(st.text(max_size=60))
def test_every_character_of_a_plain_text_knows_where_it_stands(text: str) -> None:
    read = plain(text)
    for at in range(len(read.text)):
        start, end = read.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert read.text[at] in plain(text[start:end]).text
    assert plain(read.text).text == read.text


@given(st.text(alphabet="aB1２ \u00ad\u200b.٣ﬁé\u2067", max_size=40))
def test_readers_stay_inside_any_text(text: str) -> None:
    spans = [(n.start, n.end) for n in numbers(text)] + [(d.start, d.end) for d in days(text)]
    spans += [(m.start, m.end) for m in NAMES.find(text)] + sentences(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
