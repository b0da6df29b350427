"""References and ids: what names nothing, the wrong kind or itself, and what has a name that is taken."""

from __future__ import annotations

import pytest

from tests.bad_seeds.right import ADD, BASE, CLAIM, FIELDS, Wrong

# References


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        (
            "about: kp",
            "about: kpp",
            [
                "c.yaml:7:10: claim 'c1' names an unknown 'kpp' in 'about'; expected the id of an Event or a"
                f" WeaponType or an Item or an Actor or a Claim or a Document; did you mean 'kp'? {ADD}"
            ],
        ),
        (
            "topic: shells",
            "topic: shell",
            [
                "c.yaml:3:10: claim 'c1' names an unknown 'shell' in 'topic'; expected the id of a Topic;"
                f" did you mean 'shells'? {ADD}"
            ],
        ),
        (
            "topic: shells",
            "topic: kp",
            [
                "c.yaml:3:10: claim 'c1' names 'kp' in 'topic', which is a state; expected the id of a"
                f" Topic; {ADD}"
            ],
        ),
        (
            "speaker: unknown",
            "speaker: papers",
            [
                "c.yaml:5:12: claim 'c1' names an unknown 'papers' in 'speaker'; expected the id of an"
                f" Actor; did you mean 'paper'? {ADD}"
            ],
        ),
        (
            "document: d1",
            "document: d2",
            [
                "c.yaml:11:16: claim 'c1' names an unknown 'd2' in 'document'; expected the id of a"
                f" Document; {ADD}"
            ],
        ),
        (
            "about: kp",
            "about: kp\n  mentions: [ru, nobody, kp, soul]",
            [
                (
                    "c.yaml:8:18: claim 'c1' names an unknown 'nobody' in 'mentions'; expected the id of an"
                    f" Event or a WeaponType or an Item or an Actor or a Place; {ADD}"
                ),
                (
                    "c.yaml:8:30: claim 'c1' names an unknown 'soul' in 'mentions'; expected the id of an"
                    f" Event or a WeaponType or an Item or an Actor or a Place; did you mean 'seoul'? {ADD}"
                ),
            ],
        ),
        (
            "about: kp",
            "about: kp\n  relays: [c0]",
            [f"c.yaml:8:12: claim 'c1' names an unknown 'c0' in 'relays'; expected the id of a Claim; {ADD}"],
        ),
        (
            "about: kp",
            "about: kp\n  relays: [c1]",
            ["c.yaml:8:12: claim 'c1': relays.0: 'c1' refers to itself"],
        ),
        (
            "about: kp",
            "about: kp\n  mentions: [ru, kp, ru]",
            ["c.yaml:8:22: claim 'c1': mentions.2: 'ru' stands twice"],
        ),
    ],
)
def test_references(wrong: Wrong, old: str, new: str, problems: list[str]) -> None:
    assert CLAIM.count(old) == 1
    assert wrong(base=BASE, c=CLAIM.replace(old, new)) == problems


def test_a_membership_in_nothing(wrong: Wrong) -> None:
    assert wrong(
        base=BASE, p="people:\n- {id: p, name: P, part_of: [{actor: kp}, {role: x, actor: rus}]}\n"
    ) == [
        "p.yaml:2:60: person 'p' names an unknown 'rus' in 'actor'; expected the id of an Actor; did you"
        f" mean 'ru'? {ADD}"
    ]


def test_a_membership_in_oneself(wrong: Wrong) -> None:
    text = "people:\n- {id: p, name: P, part_of: [{actor: kp}, {actor: p}]}\n"
    assert wrong(base=BASE, p=text) == ["p.yaml:2:43: person 'p': part_of.1: 'p' refers to itself"]


def test_a_reference_to_a_broken_fact_is_no_second_fault(wrong: Wrong) -> None:
    assert wrong(base=BASE.replace("name: North Korea", "nam: North Korea"), c=CLAIM) == [
        f"base.yaml:2:12: unknown field 'nam' in state 'kp'; expected one of {FIELDS}; did you mean 'name'?",
        (
            "base.yaml:2:3: state 'kp' lacks the field 'name'; expected the name as the field uses it,"
            " in the first language of the corpus, mostly English; add name:"
        ),
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
    problems = wrong(base=base, c=CLAIM.replace("topic: shells", "topic: shels"))
    assert [p.partition(":")[0] for p in problems] == ["base.yaml", "c.yaml"]
    assert (
        problems[1]
        == f"c.yaml:3:10: claim 'c1' names an unknown 'shels' in 'topic'; expected the id of a Topic; {ADD}"
    )


# Ids


def test_a_duplicate_id_names_both_places(wrong: Wrong) -> None:
    todo = "expected an id of its own; rename one, or merge the two facts"
    assert wrong(a=BASE, b="people:\n- {name: P, id: kp}\n- {name: Q, id: q}\n- {name: R, id: q}\n") == [
        f"b.yaml:2:17: the id 'kp' is taken: a.yaml:2:8 has it; {todo}",
        f"b.yaml:4:17: the id 'q' is taken: b.yaml:3:17 has it; {todo}",
    ]


def test_a_duplicate_of_a_broken_fact_is_found_in_the_same_run(wrong: Wrong) -> None:
    problems = wrong(a="states: [{id: kp}]", b="people: [{id: kp, name: P}]")
    assert [p.partition(";")[0] for p in problems] == [
        "a.yaml:1:10: state 'kp' lacks the field 'name'",
        "b.yaml:1:15: the id 'kp' is taken: a.yaml:1:15 has it",
    ]


def test_facts_without_id_are_no_duplicates(wrong: Wrong) -> None:
    assert [p.partition(";")[0] for p in wrong(a="states:\n- {name: x}\n- {name: y}\n")] == [
        "a.yaml:2:3: a state without id lacks the field 'id'",
        "a.yaml:3:3: a state without id lacks the field 'id'",
    ]
