"""Bad seed files: every fault is reported with its place, what was expected and the nearest name, all at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import SeedError
from kg.facts import registry
from kg.seeds import load

BASE = """\
states:
- {id: kp, name: North Korea}
- {id: ru, name: Russia}
organizations:
- {id: paper, name: Paper, kind: news-outlet}
topics:
- {id: shells, name: Shells, name_de: Granaten, description: How many.}
places:
- {id: seoul, name: Seoul, kind: city}
documents:
- id: d1
  title: A report
  outlet: paper
  published: 2024-01-05
  recorded: 2024-02-01
  language: de
  file: d1.txt
  sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
"""

CLAIM = """\
claims:
- id: c1
  topic: shells
  stance: asserts
  speaker: unknown
  said: 2024-01-04
  about: kp
  quantity: {low: 5, high: 9, unit: shells, mode: flow, wording: fünf}
  paraphrase: Five to nine shells.
  cited:
  - {document: d1, paragraph: 1, start: 0, end: 5, sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}
"""

Wrong = Callable[..., list[str]]

KINDS = ", ".join(sorted(model.PLURAL for model in registry().values()))
FIELDS = ", ".join(registry()["state"].model_fields)
STANCES = "asserts, denies, cannot-confirm, doubts, expects, concerned, retracts"
ADD = "add the fact or correct the id"


@pytest.fixture
def wrong(tmp_path: Path) -> Wrong:
    """Write files below `seeds/`, load them, and return every problem without that folder's name."""

    def run(**files: str | bytes) -> list[str]:
        folder = tmp_path / "seeds"
        folder.mkdir(exist_ok=True)
        for name, content in files.items():
            (folder / f"{name}.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
        with pytest.raises(SeedError) as caught:
            load(folder)
        return [str(problem).replace("seeds/", "") for problem in caught.value.problems]

    return run


def test_the_base_of_these_tests_is_right(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BASE + CLAIM, encoding="utf-8")
    assert [fact.id for fact in load(tmp_path).facts] == ["kp", "ru", "paper", "shells", "seoul", "d1", "c1"]


# References


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("about: kp", "about: kpp", [f"c.yaml:7:10: claim 'c1' names an unknown 'kpp' in 'about'; expected the id of an Event or a WeaponType or an Actor; did you mean 'kp'? {ADD}"]),
        ("topic: shells", "topic: shell", [f"c.yaml:3:10: claim 'c1' names an unknown 'shell' in 'topic'; expected the id of a Topic; did you mean 'shells'? {ADD}"]),
        ("topic: shells", "topic: kp", [f"c.yaml:3:10: claim 'c1' names 'kp' in 'topic', which is a state; expected the id of a Topic; {ADD}"]),
        ("speaker: unknown", "speaker: papers", [f"c.yaml:5:12: claim 'c1' names an unknown 'papers' in 'speaker'; expected the id of an Actor; did you mean 'paper'? {ADD}"]),
        ("document: d1", "document: d2", [f"c.yaml:11:16: claim 'c1' names an unknown 'd2' in 'document'; expected the id of a Document; {ADD}"]),
        ("about: kp", "about: kp\n  mentions: [ru, nobody, kp, soul]", [
            f"c.yaml:8:18: claim 'c1' names an unknown 'nobody' in 'mentions'; expected the id of an Event or a WeaponType or an Actor or a Place; {ADD}",
            f"c.yaml:8:30: claim 'c1' names an unknown 'soul' in 'mentions'; expected the id of an Event or a WeaponType or an Actor or a Place; did you mean 'seoul'? {ADD}",
        ]),
        ("about: kp", "about: kp\n  relays: [c0]", [f"c.yaml:8:12: claim 'c1' names an unknown 'c0' in 'relays'; expected the id of a Claim; {ADD}"]),
        ("about: kp", "about: kp\n  relays: [c1]", ["c.yaml:8:12: claim 'c1': relays.0: 'c1' refers to itself"]),
        ("about: kp", "about: kp\n  mentions: [ru, kp, ru]", ["c.yaml:8:22: claim 'c1': mentions.2: 'ru' stands twice"]),
    ],
)  # fmt: skip
def test_references(wrong: Wrong, old: str, new: str, problems: list[str]) -> None:
    assert CLAIM.count(old) == 1
    assert wrong(base=BASE, c=CLAIM.replace(old, new)) == problems


def test_a_membership_in_nothing(wrong: Wrong) -> None:
    assert wrong(base=BASE, p="people:\n- {id: p, name: P, part_of: [{actor: kp}, {role: x, actor: rus}]}\n") == [
        f"p.yaml:2:60: person 'p' names an unknown 'rus' in 'actor'; expected the id of an Actor; did you mean 'ru'? {ADD}"
    ]


def test_a_reference_to_a_broken_fact_is_no_second_fault(wrong: Wrong) -> None:
    assert wrong(base=BASE.replace("name: North Korea", "nam: North Korea"), c=CLAIM) == [
        "base.yaml:2:3: state 'kp' lacks the field 'name'; expected the name in English as the field uses it; add name:",
        f"base.yaml:2:12: unknown field 'nam' in state 'kp'; expected one of {FIELDS}; did you mean 'name'?",
    ]


def test_a_broken_fact_has_its_references_checked_all_the_same(wrong: Wrong) -> None:
    text = (
        CLAIM.replace("stance: asserts", "stance: deny")
        .replace("about: kp", "about: kpp")
        .replace("document: d1", "document: dd1")
    )
    assert [p.partition("; expected")[0] for p in wrong(base=BASE, c=text)] == [
        "c.yaml:4:11: 'deny' is no known word for 'stance' in claim 'c1'",
        "c.yaml:7:10: claim 'c1' names an unknown 'kpp' in 'about'",
        "c.yaml:11:16: claim 'c1' names an unknown 'dd1' in 'document'",
    ]


@pytest.mark.parametrize("spoilt", ["\tx", "@", "\0", "\xff", "'"])
def test_references_into_a_spoilt_file_are_no_fault_and_others_are(wrong: Wrong, spoilt: str) -> None:
    base = (BASE + spoilt).encode("latin-1")
    found = wrong(base=base, c=CLAIM.replace("topic: shells", "topic: shels"))
    assert [p.partition(":")[0] for p in found] == ["base.yaml", "c.yaml"]
    assert found[1] == f"c.yaml:3:10: claim 'c1' names an unknown 'shels' in 'topic'; expected the id of a Topic; {ADD}"


# Fields and their types


@pytest.mark.parametrize(
    ("fact", "problems"),
    [
        ("states: [{id: kp, nam: x, name: y}]", [
            f"1:19: unknown field 'nam' in state 'kp'; expected one of {FIELDS}; did you mean 'name'?"
        ]),
        ("states: [{id: kp, name: x, zzz: 1}]", [
            f"1:28: unknown field 'zzz' in state 'kp'; expected one of {FIELDS}"
        ]),
        ("people: [{id: p, name: x, part_of: [{actor: p2, rol: x}]}, {id: p2, name: y}]", [
            "1:49: unknown field 'rol' in person 'p'; expected one of actor, role, since, until; did you mean 'role'?"
        ]),
        ("states: [{name: x}]", [
            "1:10: a state without id lacks the field 'id'; expected stable, readable, unique over all kinds; never reused for something else; add id:"
        ]),
        ("states: [{id: kp}]", ["1:10: state 'kp' lacks the field 'name'; expected the name in English as the field uses it; add name:"]),
        ("people: [{id: p, name: x, part_of: [{role: x}]}]", [
            "1:37: person 'p' lacks the field 'part_of.0.actor'; expected id of the state or organization that this actor belongs to; add actor:"
        ]),
        ("states: [{id: kp, name: 5}]", ["1:25: 5 does not fit 'name' in state 'kp'; expected text, in quotes where it looks like a number"]),
        ("states: [{id: kp, name: true}]", ["1:25: true does not fit 'name' in state 'kp'; expected text, in quotes where it looks like a number"]),
        ("states: [{id: kp, name: }]", ["1:25: null does not fit 'name' in state 'kp'; expected text, in quotes where it looks like a number"]),
        ("states: [{id: kp, name: [x]}]", ["1:25: [\"x\"] does not fit 'name' in state 'kp'; expected text, in quotes where it looks like a number"]),
        ("states: [{id: kp, name: ''}]", ["1:25: '' does not fit 'name' in state 'kp'; expected text that is not empty"]),
        ("states: [{id: kp, name: '  '}]", ["1:25: '  ' does not fit 'name' in state 'kp'; expected text that is not empty"]),
        (f"states: [{{id: kp, name: {'x' * 201}}}]", [f"1:25: '{'x' * 56}... does not fit 'name' in state 'kp'; expected at most 200 characters"]),
        ("states: [{id: 5, name: x}]", ["1:15: 5 does not fit 'id' in a state; expected text, in quotes where it looks like a number"]),
        ("states: [{id: North Korea, name: x}]", [
            "1:15: 'North Korea' does not fit 'id' in state 'North Korea'; expected an id: lower case letters, digits and single hyphens; did you mean 'north-korea'?"
        ]),
        ("states: [{id: '***', name: x}]", ["1:15: '***' does not fit 'id' in state '***'; expected an id: lower case letters, digits and single hyphens"]),
        (f"states: [{{id: {'k' * 81}, name: x}}]", [f"1:15: '{'k' * 56}... does not fit 'id' in state '{'k' * 81}'; expected at most 80 characters"]),
        ("states: [{id: kp, name: x, iso: kp}]", ["1:33: 'kp' does not fit 'iso' in state 'kp'; expected ISO 3166-1 alpha-2 code (^[A-Z]{2}$)"]),
        ("states: [{id: kp, name: x, known_as: foo}]", ["1:38: 'foo' does not fit 'known_as' in state 'kp'; expected a list"]),
        ("states: [{id: kp, name: x, known_as: [a, 5, b]}]", [
            "1:42: 5 does not fit 'known_as.1' in state 'kp'; expected text, in quotes where it looks like a number"
        ]),
        ("states: [{id: kp, name: x, part_of: [ru]}, {id: ru, name: y}]", ["1:38: 'ru' does not fit 'part_of.0' in state 'kp'; expected fields: actor"]),
        ("states: [kp]", ["1:10: 'kp' is no state; expected fields: id, name"]),
        ("states:\n- kp\n- 7\n-\n- []\n- {}\n", [
            "2:3: 'kp' is no state; expected fields: id, name",
            "3:3: 7 is no state; expected fields: id, name",
            "4:2: null is no state; expected fields: id, name",
            "5:3: [] is no state; expected fields: id, name",
            "6:3: a state without id lacks the field 'id'; expected stable, readable, unique over all kinds; never reused for something else; add id:",
            "6:3: a state without id lacks the field 'name'; expected the name in English as the field uses it; add name:",
        ]),
        ("weapon_types: [{id: w, name: x, calibre_mm: '5'}]", ["1:45: '5' does not fit 'calibre_mm' in weapon_type 'w'; expected a whole number"]),
        ("weapon_types: [{id: w, name: x, calibre_mm: 1.5}]", ["1:45: 1.5 does not fit 'calibre_mm' in weapon_type 'w'; expected a whole number"]),
        ("weapon_types: [{id: w, name: x, calibre_mm: 0}]", ["1:45: 0 does not fit 'calibre_mm' in weapon_type 'w'; expected a number above 0"]),
        ("weapon_types: [{id: w, name: x, calibre_mm: 9999999}]", [
            "1:45: 9999999 does not fit 'calibre_mm' in weapon_type 'w'; expected a number of at most 1,000,000"
        ]),
        (f"weapon_types: [{{id: w, name: x, calibre_mm: {'9' * 100}}}]", [
            f"1:45: {'9' * 57}... does not fit 'calibre_mm' in weapon_type 'w'; expected a number of at most 1,000,000"
        ]),
        (f"weapon_types: [{{id: w, name: x, calibre_mm: {'9' * 10_000}}}]", [
            f"1:45: '{'9' * 56}... does not fit 'calibre_mm' in weapon_type 'w'; expected a whole number"
        ]),
        ("weapon_types: [{id: w, name: x, calibre_mm: 1e400}]", ["1:45: '1e400' does not fit 'calibre_mm' in weapon_type 'w'; expected a whole number"]),
        ("organizations: [{id: o, name: x, kind: news-outlets}]", [
            "1:40: 'news-outlets' is no known word for 'kind' in organization 'o'; expected one of government, military, intelligence, parliament, "
            "news-outlet, news-agency, think-tank, monitoring-body, international-body, company, university, unit, alliance; did you mean 'news-outlet'?"
        ]),
    ],
)  # fmt: skip
def test_fields_and_types(wrong: Wrong, fact: str, problems: list[str]) -> None:
    assert wrong(a=fact) == [f"a.yaml:{problem}" for problem in problems]


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("stance: asserts", "stance: assert", [f"4:11: 'assert' is no known word for 'stance' in claim 'c1'; expected one of {STANCES}; did you mean 'asserts'?"]),
        ("stance: asserts", "stance: deny", [f"4:11: 'deny' is no known word for 'stance' in claim 'c1'; expected one of {STANCES}; did you mean 'denies'?"]),
        ("stance: asserts", "stance: cannot_confirm", [
            f"4:11: 'cannot_confirm' is no known word for 'stance' in claim 'c1'; expected one of {STANCES}; did you mean 'cannot-confirm'?"
        ]),
        ("stance: asserts", "stance: likes", [f"4:11: 'likes' is no known word for 'stance' in claim 'c1'; expected one of {STANCES}"]),
        ("stance: asserts", "stance: [denies]", [f"4:11: [\"denies\"] is no known word for 'stance' in claim 'c1'; expected one of {STANCES}; did you mean 'denies'?"]),
        ("  stance: asserts\n", "", [
            "2:3: claim 'c1' lacks the field 'stance'; expected what the speaker does: asserts, denies, cannot-confirm, doubts, expects, concerned, retracts; add stance:"
        ]),
        ("  speaker: unknown\n", "", [
            "2:3: claim 'c1' lacks the field 'speaker'; expected who speaks; `unknown` when the text names and describes nobody (null in the exported lines); add speaker:"
        ]),
        ("about: kp", "about: kp\n  peripheral: yes", ["8:15: 'yes' does not fit 'peripheral' in claim 'c1'; expected true or false"]),
        ("about: kp", "about: kp\n  inferred: guess", ["8:13: 'guess' does not fit 'inferred' in claim 'c1'; expected fields with a text each"]),
        ("about: kp", "about: kp\n  inferred: {said: x, wen: y}", [
            "8:23: 'wen' is no known word for 'inferred.wen' in claim 'c1'; expected one of who, what, how-many, when, where, said; did you mean 'when'?"
        ]),
        ("start: 0", "start: -1", ["11:41: -1 does not fit 'cited.0.start' in claim 'c1'; expected a number of at least 0"]),
        ("start: 0", "start: 5", ["11:41: claim 'c1': cited.0.start: 5 is not before the end 5"]),
        ("paragraph: 1", "paragraph: 0", ["11:31: 0 does not fit 'cited.0.paragraph' in claim 'c1'; expected a number of at least 1"]),
        ("sha256: aa", "sha256: xx", [
            f"11:60: 'xx{'a' * 54}... does not fit 'cited.0.sha256' in claim 'c1'; expected SHA-256 of exactly the span, in UTF-8 (^[0-9a-f]{{64}}$)"
        ]),
    ],
)  # fmt: skip
def test_claims(wrong: Wrong, old: str, new: str, problems: list[str]) -> None:
    assert CLAIM.count(old) == 1
    assert wrong(base=BASE, c=CLAIM.replace(old, new)) == [f"c.yaml:{problem}" for problem in problems]


def test_a_claim_without_citation(wrong: Wrong) -> None:
    text = CLAIM.partition("  cited:")[0] + "  cited: []\n"
    assert wrong(base=BASE, c=text) == ["c.yaml:10:10: [] does not fit 'cited' in claim 'c1'; expected a list that is not empty"]


def test_one_place_cited_twice(wrong: Wrong) -> None:
    text = CLAIM + CLAIM[CLAIM.index("  - {document") :]
    assert wrong(base=BASE, c=text) == ["c.yaml:12:5: claim 'c1': cited.1: the same stands there twice"]


# Numbers


@pytest.mark.parametrize(
    ("quantity", "problem"),
    [
        ("{low: 9, high: 5, unit: u, mode: flow, wording: w}", "8:19: claim 'c1': quantity.low: 9 is above the upper bound 5"),
        ("{unit: u, mode: flow, wording: w}", "8:13: claim 'c1': quantity: a quantity needs low, high or a vague word; without any number leave it out"),
        ("{low: 5, high: 5, high_open: true, unit: u, mode: flow, wording: w}", "8:19: claim 'c1': quantity.low: nothing lies between 5 and 5 when one of them is excluded"),
        ("{low: 5, high_open: true, unit: u, mode: flow, wording: w}", "8:33: claim 'c1': quantity.high_open: there is no high that could be open"),
        ("{low: -5, unit: u, mode: flow, wording: w}", "8:19: -5 does not fit 'quantity.low' in claim 'c1'; expected a number of at least 0"),
        ("{low: 9999999999999999, unit: u, mode: flow, wording: w}", "8:19: 9999999999999999 does not fit 'quantity.low' in claim 'c1'; expected a number of at most 1,000,000,000,000,000"),
        ("{low: five, unit: u, mode: flow, wording: w}", "8:19: 'five' does not fit 'quantity.low' in claim 'c1'; expected a whole number"),
        ("{low: 5, unit: u, mode: flows, wording: w}", "8:37: 'flows' is no known word for 'quantity.mode' in claim 'c1'; expected one of stock, flow, cumulative; did you mean 'flow'?"),
        ("{lo: 5, unit: u, mode: flow, wording: w}", "8:14: unknown field 'lo' in claim 'c1'; expected one of low, high, low_open, high_open, approximate, vague, unit, measure, mode, stage, wording; did you mean 'low'?"),
        ("{vague: several, low: 3, unit: u, mode: flow, wording: w}", "8:35: claim 'c1': quantity.low: 'several' is at least 2 and under 20 by the table of vague words; leave the bounds out"),
        ("{vague: several, high: 9, unit: u, mode: flow, wording: w}", "8:36: claim 'c1': quantity.high: 'several' is at least 2 and under 20 by the table of vague words; leave the bounds out"),
        ("{vague: severl, unit: u, mode: flow, wording: w}", "8:21: 'severl' is no known word for 'quantity.vague' in claim 'c1'; expected one of one-or-more, several, dozens, hundreds, several-thousand, thousands, tens-of-thousands, hundreds-of-thousands; did you mean 'several'?"),
        ("five", "8:13: 'five' does not fit 'quantity' in claim 'c1'; expected fields: unit, mode, wording"),
    ],
)  # fmt: skip
def test_bounds(wrong: Wrong, quantity: str, problem: str) -> None:
    text = CLAIM.replace("{low: 5, high: 9, unit: shells, mode: flow, wording: fünf}", quantity)
    assert wrong(base=BASE, c=text) == [f"c.yaml:{problem}"]


# Days


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2024-13-01", "'2024-13-01' is not a day of the calendar"),
        ("2024-02-30", "'2024-02-30' is not a day of the calendar"),
        ("2024-02-30/..", "'2024-02-30' is not a day of the calendar"),
        ("2024-05/2024-03", "'2024-05/2024-03' ends before it begins"),
        ("../..", "'../..' has no end that is known"),
        ("yesterday", "'yesterday' is not a date: write YYYY-MM-DD, YYYY-MM or YYYY"),
        ("5.1.2024", "'5.1.2024' is not a date: write YYYY-MM-DD, YYYY-MM or YYYY"),
        ("20240105", "a date is written as text, for example 2024-10-11"),
        ("[2024]", "a date is written as text, for example 2024-10-11"),
    ],
)
def test_days(wrong: Wrong, day: str, said: str) -> None:
    assert wrong(a=f"situations:\n- {{id: s, period: {day}, name: x}}\n") == [f"a.yaml:2:19: situation 's': period: {said}"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("published: 2024-01-05", "published: 2024-01", "14:14: document 'd1': published: must be one day (the earliest that fits); say why under inferred"),
        ("recorded: 2024-02-01", "recorded: 2024-01-04", "15:13: document 'd1': recorded: is before published"),
    ],
)  # fmt: skip
def test_days_of_documents(wrong: Wrong, old: str, new: str, problem: str) -> None:
    assert wrong(base=BASE.replace(old, new)) == [f"base.yaml:{problem}"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("said: 2024-01-04", "said: 2024-01-06", "6:9: claim 'c1' was said on 2024-01-06 but document 'd1' that cites it appeared on 2024-01-05"),
        ("said: 2024-01-04", "said: 2024", "6:9: claim 'c1' was said on 2024-12-31 but document 'd1' that cites it appeared on 2024-01-05"),
        ("paragraph: 1,", "paragraph: 1, said: 2024-01-07,", "11:40: claim 'c1' was said on 2024-01-07 but document 'd1' that cites it appeared on 2024-01-05"),
    ],
)  # fmt: skip
def test_said_after_publication(wrong: Wrong, old: str, new: str, problem: str) -> None:
    assert CLAIM.count(old) == 1
    assert wrong(base=BASE, c=CLAIM.replace(old, new)) == [
        f"c.yaml:{problem}; expected a day on or before publication; correct the day or the citation"
    ]


def test_said_without_an_end(wrong: Wrong) -> None:
    assert wrong(base=BASE, c=CLAIM.replace("said: 2024-01-04", "said: 2024-01-04/..")) == [
        "c.yaml:6:9: claim 'c1': said: '2024-01-04/..' has no last day; write ../DAY for on or before a day"
    ]


def test_a_membership_in_oneself(wrong: Wrong) -> None:
    text = "people:\n- {id: p, name: P, part_of: [{actor: kp}, {actor: p}]}\n"
    assert wrong(base=BASE, p=text) == ["p.yaml:2:43: person 'p': part_of.1: 'p' refers to itself"]


def test_a_judgement_takes_one_day(wrong: Wrong) -> None:
    text = "judgements:\n- {id: j, between: [kp, ru], verdict: not-same, by: us, why: They are two., decided: 2024-01}\n"
    assert wrong(base=BASE, j=text) == ["j.yaml:2:86: judgement 'j': decided: must be one day"]


def test_a_membership_that_ends_before_it_begins(wrong: Wrong) -> None:
    text = "people:\n- {id: p, name: P, part_of: [{actor: kp, since: 2024, until: 2023}]}\n"
    assert wrong(base=BASE, p=text) == ["p.yaml:2:62: person 'p': part_of.0.until: ends before it begins"]


# Ids


def test_a_duplicate_id_names_both_places(wrong: Wrong) -> None:
    todo = "expected an id of its own; rename one, or merge the two facts"
    assert wrong(a=BASE, b="people:\n- {name: P, id: kp}\n- {name: Q, id: q}\n- {name: R, id: q}\n") == [
        f"b.yaml:2:17: the id 'kp' is taken: a.yaml:2:8 has it; {todo}",
        f"b.yaml:4:17: the id 'q' is taken: b.yaml:3:17 has it; {todo}",
    ]


def test_a_duplicate_of_a_broken_fact_is_found_in_the_same_run(wrong: Wrong) -> None:
    found = wrong(a="states: [{id: kp}]", b="people: [{id: kp, name: P}]")
    assert [p.partition(";")[0] for p in found] == [
        "a.yaml:1:10: state 'kp' lacks the field 'name'",
        "b.yaml:1:15: the id 'kp' is taken: a.yaml:1:15 has it",
    ]


def test_facts_without_id_are_no_duplicates(wrong: Wrong) -> None:
    assert [p.partition(";")[0] for p in wrong(a="states:\n- {name: x}\n- {name: y}\n")] == [
        "a.yaml:2:3: a state without id lacks the field 'id'",
        "a.yaml:3:3: a state without id lacks the field 'id'",
    ]


# Files


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
    [("states:\n\t- id: kp\n", "2:1"), ("states:\n- id: kp\n  \tname: x\n", "3:3"), ("states:\n- id: kp\n\tname: x\n", "3:1")],
)
def test_tabs(wrong: Wrong, text: str, place: str) -> None:
    assert wrong(a=text) == [
        f"a.yaml:{place}: a tab where YAML wants spaces; expected indentation by spaces; replace the tab by two spaces"
    ]


@pytest.mark.parametrize(
    ("encoding", "text", "problem"),
    [
        ("latin-1", "states:\n- {id: kp, name: Größe}\n", "2:20: byte 0xf6 is not UTF-8; expected a file in UTF-8; save it as UTF-8"),
        ("cp1252", "states:\n- {id: kp, name: “x”}\n", "2:18: byte 0x93 is not UTF-8; expected a file in UTF-8; save it as UTF-8"),
        ("utf-16", "states: []\n", "1:1: byte 0xff is not UTF-8; expected a file in UTF-8; save it as UTF-8"),
        ("utf-16-be", "states: []\n", '1:1: the character U+0000; expected text without control characters; delete it, write it as "\\u0000" in double quotes, or save the file as UTF-8'),
        ("utf-8", "states:\n- {id: kp, name: a\0b}\n", '2:19: the character U+0000; expected text without control characters; delete it, write it as "\\u0000" in double quotes, or save the file as UTF-8'),
    ],
)  # fmt: skip
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
    assert wrong(a=text) == ["a.yaml:1:1: the file does not hold lists of facts; expected keys such as claims: with a list below"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("states:\n", "1:1: 'states' is empty; expected facts that start with '- id:'"),
        ("states: {id: kp, name: x}\n", "1:1: 'states' is not a list; expected facts that start with '- id:'"),
        ("states: kp\n", "1:1: 'states' is not a list; expected facts that start with '- id:'"),
        ("states: []\nstate: []\n", f"2:1: unknown kind of fact 'state'; expected one of {KINDS}; did you mean 'states'?"),
        ("  persons: []\n", f"1:3: unknown kind of fact 'persons'; expected one of {KINDS}; did you mean 'people'?"),
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
        f"c.yaml:4:11: 'deny' is no known word for 'stance' in claim 'c1'; expected one of {STANCES}; did you mean 'denies'?",
        "x.yaml: cannot be read: No such file or directory; check that it exists and may be read",
    ]


def test_a_link_is_named_as_it_stands_in_the_folder(wrong: Wrong, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "elsewhere.txt").write_text("nothing: []\n", encoding="utf-8")
    (tmp_path / "seeds" / "x.yaml").symlink_to(tmp_path / "elsewhere.txt")
    assert wrong()[0].startswith("x.yaml:1:1: unknown kind of fact 'nothing'")


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
        == f"{tmp_path / folder}: no seed files; expected *.yaml files with facts; name the folder with --seeds DIR"
    )


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match="nowhere: cannot be read: No such file or directory; check that it exists"):
        load(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("states:\n- &a {id: kp, name: x}\n- *a\n", [
            "2:3: the anchor '&a'; expected every value written out; delete the anchor",
            "3:3: the alias '*a'; expected every value written out; write the value again",
        ]),
        ("states:\n- {id: kp, name: *b}\n", ["2:18: the alias '*b'; expected every value written out; write the value again"]),
        ("states:\n- {id: kp, name: !!str 5}\n", ["2:18: the tag '!!str'; expected plain YAML without tags; delete the tag"]),
        ("states:\n- !!python/object/apply:os.system [ls]\n", [
            "2:3: the tag '!!python/object/apply:os.system'; expected plain YAML without tags; delete the tag"
        ]),
        ("states: [{id: kp, name: x, <<: *a}]\n", [
            f"1:28: unknown field '<<' in state 'kp'; expected one of {FIELDS}",
            "1:32: the alias '*a'; expected every value written out; write the value again",
        ]),
    ],
)  # fmt: skip
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


# All at once


def test_all_problems_of_a_run_in_the_order_of_file_and_line(wrong: Wrong) -> None:
    found = wrong(
        z="states:\n- {id: zz, name: 5}\n",
        a="states:\n- {id: aa, nam: x}\n- {id: ab, name: y, part_of: [{actor: nobody}]}\n",
        m="states:\n\t- x\n",
        b=b"\xff",
        e="",
        base=BASE.replace("published: 2024-01-05", "published: 2024-13-05").replace("outlet: paper", "outlet: papr"),
        c=CLAIM.replace("stance: asserts", "stance: claims").replace("low: 5", "low: 50"),
    )
    assert [problem.partition("; ")[0] for problem in found] == [
        "a.yaml:2:3: state 'aa' lacks the field 'name'",
        "a.yaml:2:12: unknown field 'nam' in state 'aa'",
        "a.yaml:3:39: state 'ab' names an unknown 'nobody' in 'actor'",
        "b.yaml:1:1: byte 0xff is not UTF-8",
        "base.yaml:13:11: document 'd1' names an unknown 'papr' in 'outlet'",
        "base.yaml:14:14: document 'd1': published: '2024-13-05' is not a day of the calendar",
        "c.yaml:4:11: 'claims' is no known word for 'stance' in claim 'c1'",
        "c.yaml:8:19: claim 'c1': quantity.low: 50 is above the upper bound 9",
        "e.yaml:1:1: the file is empty",
        "m.yaml:2:1: a tab where YAML wants spaces",
        "z.yaml:2:18: 5 does not fit 'name' in state 'zz'",
    ]


def test_lines_sort_as_numbers(wrong: Wrong) -> None:
    found = wrong(a="states:\n" + "".join(f"- {{id: s{i}}}\n" for i in range(12)))
    assert [problem.split(":")[1] for problem in found] == [str(line) for line in range(2, 14)]


def test_many_unknown_references_are_reported_in_reasonable_time(wrong: Wrong) -> None:
    people = "".join(f"- {{id: p{i}, name: P, part_of: [{{actor: nobody-{i}}}]}}\n" for i in range(300))
    assert len(wrong(a="people:\n" + people)) == 300
