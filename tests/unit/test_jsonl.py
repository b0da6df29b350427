"""Lines of JSON back to facts: what a wrong line says, and that all wrong lines say it at once."""

from __future__ import annotations

import json

import pytest

from kg.errors import SeedError
from kg.model.kinds import registry
from kg.sources.json_lines import lines, read
from kg.sources.located import Seeds

KP = '{"type": "state", "id": "kp", "name": "North Korea"}'


def wrong(*text: str) -> list[str]:
    with pytest.raises(SeedError) as caught:
        read(text, "x.jsonl")
    return [str(problem).removeprefix("x.jsonl:") for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            "{",
            (
                "1:2: not JSON: Expecting property name enclosed in double quotes; expected one JSON object a"
                " line"
            ),
        ),
        ("nonsense", "1:1: not JSON: Expecting value; expected one JSON object a line"),
        (KP + KP, "1:53: not JSON: Extra data; expected one JSON object a line"),
        (
            '{"type": "state", "id": "kp", "id": "ru"}',
            "1:31: the key 'id' stands twice: x.jsonl:1:19 has it; expected each key once; delete or rename",
        ),
        ("9" * 5_000, "1:1: no 'type'; expected one of {kinds}"),
        ("[]", "1:1: no 'type'; expected one of {kinds}"),
        ("5", "1:1: no 'type'; expected one of {kinds}"),
        ("{}", "1:1: no 'type'; expected one of {kinds}"),
        ('{"type": ["state"]}', "1:10: no 'type'; expected one of {kinds}"),
        ('{"type": "stat"}', "1:10: unknown type 'stat'; expected one of {kinds}; did you mean 'state'?"),
        (
            '{"type": "state", "id": "kp"}',
            (
                "1:1: state 'kp' lacks the field 'name'; expected the name as the field uses it,"
                " in the first language of the corpus, mostly English;"
                " add name:"
            ),
        ),
    ],
)
def test_a_wrong_line(line: str, problem: str) -> None:
    problems = wrong(line)
    assert len(problems) == 1
    assert problems[0].startswith(problem.format(kinds=", ".join(registry())))


def test_deep_nesting_is_one_problem() -> None:
    assert wrong("[" * 100_000) == ["1:33: nested more than 32 levels deep; expected facts as flat lists"]


def test_empty_lines_do_not_count_and_an_empty_file_is_a_fault() -> None:
    assert [fact.id for fact in read(["", KP, "  "], "x").facts] == ["kp"]
    assert wrong("", " ") == ["1: the file is empty; expected one JSON object a line"]


def test_all_problems_at_once_in_the_order_of_lines() -> None:
    other = '{"type": "person", "id": "p", "name": "P", "part_of": [{"actor": "kpp"}]}'
    problems = wrong(other, KP, "{", KP, '{"type": "state", "id": "zz"}', *["", ""] * 3, "x")
    assert [p.partition(":")[0] for p in problems] == ["1", "3", "4", "5", "12"]
    assert problems[0].endswith(
        "expected the id of an Actor; did you mean 'kp'? add the fact or correct the id"
    )
    assert problems[2].startswith("4:25: the id 'kp' is taken: x.jsonl:2:25 has it")


def test_the_corpus_comes_back(corpus: Seeds) -> None:
    written = list(lines(corpus.facts))
    assert {f.id: f for f in read(written, "x").facts} == {f.id: f for f in corpus.facts}
    assert list(lines(read(written, "x").facts)) == written


def test_names_come_before_the_claims_that_use_them(corpus: Seeds) -> None:
    kinds = [json.loads(line)["type"] for line in lines(corpus.facts)]
    assert kinds[0] == "topic"
    assert set(kinds[kinds.index("claim") :]) == {"claim"}


def test_a_line_of_a_claim_can_be_read_alone(corpus: Seeds) -> None:
    claims = [record for line in lines(corpus.facts) if (record := json.loads(line))["type"] == "claim"]
    for claim in claims:
        assert claim.keys() >= {
            "id",
            "topic",
            "stance",
            "speaker",
            "speaker_name",
            "about",
            "quantity",
            "said",
            "said_from",
            "said_to",
            "relays",
            "paraphrase",
            "citations",
        }
        nobody = not (claim["speaker"] or claim["speakers"] or claim["stated_in"])
        assert nobody == (claim["speaker_name"] is None)
        for citation in claim["citations"]:
            assert citation.keys() >= {"document", "document_sha256", "paragraph", "start", "end", "sha256"}
            assert citation["document_sha256"]
