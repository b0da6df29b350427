"""`kg review` and `kg check --gate`: who looked at what, and what that is worth later."""

from __future__ import annotations

import json
import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from kg.curate.check.rule import Corpus
from kg.curate.check.rules import rules
from kg.curate.check.run import check
from kg.curate.reviews.insert import with_reviews
from kg.curate.reviews.record import Reviewer
from kg.curate.reviews.state import counts
from kg.errors import SeedError
from kg.model.kinds.claim import Claim
from kg.model.review import Status, content_hash
from kg.sources.seeds import load
from tests.cli.tools import ROOT, run
from tests.curate.reviewed import accept, copied

POST = "documents/2026-01-05-post.yaml"
CLAIMS = (
    "post-howitzers",
    "times-howitzers",
    "pilot-howitzers",
    "bb-denial",
    "engineers-300",
    "radio-howitzers",
)


def errors(seeds: Path, texts: Path | None) -> set[str]:
    return {f.rule for f in check(seeds, texts, gate=True).findings if f.level == "error"}


def ids(seeds: Path) -> list[str]:
    return [item.id for item in load(seeds).of(Claim)]


def reviewed(seeds: Path, texts: Path, *names: str, by: str = "mk", verdict: str = "accepted") -> None:
    every = names or tuple(ids(seeds))
    ran = run("review", *every, "--by", by, "--verdict", verdict, "--seeds", seeds, "--sources", texts)
    assert ran.code == 0, ran


def test_the_gate_opens_when_somebody_else_has_looked_at_everything(seeds: Path, texts: Path) -> None:
    assert errors(seeds, texts) == {"unreviewed-claim"}
    run("check", "--gate", "--seeds", seeds, "--sources", texts).failed("'kg review", "[unreviewed-claim]")
    reviewed(seeds, texts)
    assert errors(seeds, texts) == set()
    assert errors(seeds, None) == {"review-without-text"}
    assert run("check", "--gate", "--seeds", seeds, "--sources", texts).code == 0


def test_a_change_makes_a_review_stale(seeds: Path, texts: Path) -> None:
    reviewed(seeds, texts)
    file = seeds / POST
    file.write_text(
        file.read_text("utf-8").replace("There is talk of", "There is rumour of"), encoding="utf-8"
    )
    assert errors(seeds, texts) == {"stale-review"}
    assert [f.level for f in check(seeds, texts).findings if f.rule == "stale-review"] == ["note"]
    [row] = [
        one
        for one in json.loads(run("review", "--list", "--seeds", seeds, "--format", "json").done())
        if one["stale"]
    ]
    assert (row["document"], row["stale"], row["draft"]) == ("post-2026-01-05", 1, 0)
    reviewed(seeds, texts, "engineers-300")
    assert errors(seeds, texts) == set()


def test_a_review_of_another_claim_is_called_so(seeds: Path, texts: Path) -> None:
    facts = json.loads((seeds / POST).read_text("utf-8"))
    other = next(item.fact for item in load(seeds).of(Claim) if item.id == "bb-denial")
    facts["claims"][0]["reviews"] = [
        {"by": "mk", "on": "2026-12-01", "of": content_hash(other), "verdict": "accepted"}
    ]
    (seeds / POST).write_text(json.dumps(facts), encoding="utf-8")
    reviewed(seeds, texts, "bb-denial", by="ab")
    [found] = [f for f in check(seeds, texts).findings if f.rule == "stale-review"]
    assert "is a review of 'bb-denial'" in found.problem.what


def test_nobody_reviews_what_they_entered(seeds: Path, texts: Path) -> None:
    file = seeds / POST
    file.write_text(
        file.read_text("utf-8").replace('"id": "bb-denial",', '"id": "bb-denial", "entered_by": "jl",'),
        encoding="utf-8",
    )
    call = ("review", "bb-denial", "--by", "JL", "--seeds", seeds, "--sources", texts)
    run(*call, "--verdict", "accepted").refused(
        "'JL' entered claim 'bb-denial'", "let somebody else look", POST
    )
    walked = run("review", "--by", "jl", "--seeds", seeds, "--sources", texts, stdin=b"s\n" * 9)
    assert "bb-denial (draft)" not in walked.out
    assert "pilot-howitzers (draft)" in walked.out


def test_two_who_differ_are_a_dispute_and_the_last_word_of_each_counts(seeds: Path, texts: Path) -> None:
    reviewed(seeds, texts, "bb-denial")
    reviewed(seeds, texts, "bb-denial", by="ab", verdict="rejected")
    assert counts(load(seeds))["post-2026-01-05"][Status.DISPUTED] == 1
    assert "disputed-review" in errors(seeds, texts)
    reviewed(seeds, texts, "bb-denial", by="AB")
    assert counts(load(seeds))["post-2026-01-05"][Status.REVIEWED] == 1


def test_walking_shows_the_words_and_writes_each_answer_at_once(seeds: Path, texts: Path) -> None:
    before = (seeds / POST).read_text("utf-8")
    ran = run(
        *("review", "--by", "mk", "--on", "2026-12-01", "--document", "post-2026-01-05"),
        *("--seeds", seeds, "--sources", texts),
        stdin=b"accepted\nno idea\nw\ns\nq\n",
    )
    assert ran.code == 0, ran
    assert "who  Harbour Post" in ran.out
    assert "[[Alphaland has shipped 40 howitzers to" in ran.out
    assert "how many  40 howitzers" in ran.out
    assert "'no idea' is none of a, w, r, s, q" in ran.err
    assert ran.err.endswith("2 reviews written\n")
    assert max(map(len, ran.out.splitlines())) <= 80
    after = (seeds / POST).read_text("utf-8")
    new = re.findall(
        r", reviews: \[\{by: mk, 'on': 2026-12-01, of: [0-9a-f]{64}, verdict: ([\w-]+)\}\]", after
    )
    assert new == ["accepted", "needs-work"]
    assert re.sub(r", reviews: \[\{[^}]*\}\]", "", after) == before
    again = run(
        "review", "--by", "mk", "--seeds", seeds, "--sources", texts
    )  # the end of the input is quitting
    assert (again.code, "times-howitzers (draft)" in again.out, again.err.count("0 reviews")) == (0, False, 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--verdict", "accepted", "bb-denial"], "nobody said who reviews"),
        (["--verdict", "accepted", "bb-denial", "--by", "a: b"], "'a: b' is no name"),
        (["--verdict", "accepted", "--by", "mk"], "but not of what"),
        (["--verdict", "accepted", "--by", "mk", "bb-denia"], "did you mean 'bb-denial'?"),
        (["--verdict", "accepted", "--by", "mk", "aa"], "'aa' is a state"),
        (["--batch", "post-2026-01-05", "--by", "mk"], "which a person wrote"),
        (["--document", "post-2026-01-06", "--by", "mk"], "did you mean 'post-2026-01-05'?"),
    ],
)
def test_a_wrong_call_says_what_to_do(seeds: Path, texts: Path, words: list[str], said: str) -> None:
    before = (seeds / POST).read_bytes()
    run("review", *words, "--seeds", seeds, "--sources", texts).refused(said)
    assert (seeds / POST).read_bytes() == before


def test_nobody_accepts_words_that_they_cannot_have_compared(seeds: Path, texts: Path) -> None:
    call = ("review", "bb-denial", "--by", "mk", "--seeds", seeds)
    run(*call, "--verdict", "accepted").refused("the text of 'post-2026-01-05' is not at hand", "--sources")
    assert run(*call, "--verdict", "rejected").code == 0
    (texts / "post.txt").write_text("Something else.\n", encoding="utf-8")
    run(*call, "--verdict", "accepted", "--sources", texts).refused("do not stand in", "kg verify")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "claims:\n- id: a\n  x: 1  # why\n# next\n",
            "claims:\n- id: a\n  x: 1  # why\n  reviews:\n  - R\n# next\n",
        ),
        ("claims:\n  - x: 1\n    id: a", "claims:\n  - x: 1\n    id: a\n    reviews:\n    - R\n"),
        (
            "claims:\r\n- id: a\r\n- id: b\r\n",
            "claims:\r\n- id: a\r\n  reviews:\r\n  - R\r\n- id: b\r\n",
        ),
        ("claims:\n- {id: a, x: 1}\n", "claims:\n- {id: a, x: 1, reviews: [R]}\n"),
        ("claims: [{id: a,}, {id: b}]", "claims: [{id: a, reviews: [R]}, {id: b}]"),
        ("claims:\n- id: a\n  reviews: []\n  x: 1\n", "claims:\n- id: a\n  reviews: [R]\n  x: 1\n"),
        ("claims:\n- id: a\n  reviews:\n  x: 1\n", "claims:\n- id: a\n  reviews: [R]\n  x: 1\n"),
        (
            "claims:\n- id: a\n  reviews:\n  - Q # old\n  x: 1\n",
            "claims:\n- id: a\n  reviews:\n  - Q # old\n  - R\n  x: 1\n",
        ),
        ("claims:\n- id: a\n  reviews: [Q]\n", "claims:\n- id: a\n  reviews: [Q, R]\n"),
        (
            "\ufeffclaims:\n- id: a\n  x: |\n    b\n",
            "\ufeffclaims:\n- id: a\n  x: |\n    b\n  reviews:\n  - R\n",
        ),
    ],
)
def test_everything_else_in_the_file_stays(before: str, after: str) -> None:
    made = with_reviews(before.encode(), {("claims", "a"): {"by": "mk"}, ("topics", "a"): {"by": "no"}})
    assert made.decode() == after.replace("R", "{by: mk}").replace("{by: mk}eviews", "Reviews")


def test_an_import_is_reviewed_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    table = (ROOT / "docs/example/afternoon/register.csv").read_bytes()
    Path("register.csv").write_bytes(table)
    assert run("init", "c").code == 0
    monkeypatch.chdir(tmp_path / "c")
    assert run("import", "sipri-register", "../register.csv", "--id", "deals").code == 0
    held = Path("seeds/imports/deals.jsonl.gz").read_bytes()
    call = ("review", "--batch", "deals", "--by", "mk", "--sample", "2")
    shown = run(*call, stdin=b"q\n")
    assert shown.out.count("claim sipri-") == 2
    assert shown.out == run(*call, stdin=b"s\n").out
    assert not Path("seeds/imports/deals.reviews.yaml").exists()
    assert run(*call, stdin=b"a\n").code == 0
    assert run("check", "--gate").code == 0
    assert Path("seeds/imports/deals.jsonl.gz").read_bytes() == held
    [single, _] = [name for name in ids(Path("seeds")) if "rebe-heron" in name]
    assert run("review", single, "--by", "ab", "--verdict", "needs-work").code == 0
    assert counts(load("seeds"))["deals"] == {Status.REVIEWED: 8, Status.DISPUTED: 1}
    Path("../register.csv").write_bytes(table.replace(b"Pelican", b"Penguin"))
    assert run("import", "sipri-register", "../register.csv", "--id", "deals").code == 0
    assert {*counts(load("seeds"))["deals"]} <= {Status.STALE, Status.DRAFT}
    assert run("import", "--take-back", "deals").code == 0
    assert list(Path("seeds/imports").iterdir()) == []


def test_a_wrong_file_of_reviews_says_where_and_what(seeds: Path) -> None:
    (seeds / "imports").mkdir()
    file = seeds / "imports" / "deals.reviews.yaml"
    row = "- {fact: a, by: mk, on: 2026-12-01, of: abc, verdict: aksepted}"
    file.write_text(f"review:\n{row}\nreviews:\n{row}\n", encoding="utf-8")
    with pytest.raises(SeedError) as found:
        load(seeds)
    told = [str(problem).partition("deals.reviews.yaml")[2] for problem in found.value.problems]
    assert [re.split(" *[;(]", line)[0].split("; expected")[0] for line in told] == [
        ":1:1: 'review' is no list of reviews",
        ":4:41: 'abc' does not fit 'of' in the review",
        ":4:55: 'aksepted' is no known word for 'verdict' in the review",
    ]
    assert "did you mean 'accepted'?" in told[2]


@pytest.fixture
def whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a copy of the corpus that comes with kg, with texts of our own."""
    seeds = copied(tmp_path)
    monkeypatch.chdir(tmp_path)
    return seeds


@pytest.mark.slow
def test_the_gate_fails_and_passes_on_the_corpus(whole: Path) -> None:
    facts, who = load(whole), Reviewer("mk", date(2026, 12, 1), Path("texts"))
    assert errors(whole, who.sources) == {"unreviewed-claim"}
    before = {path: path.read_text("utf-8") for path in whole.rglob("*.yaml")}
    written = accept(whole, facts.of(Claim), who)
    assert errors(whole, who.sources) == set()
    added = re.compile(r"^ +(reviews:|- \{by: mk, 'on'.*)\n", re.M)
    assert {path: added.sub("", path.read_text("utf-8")) for path in written} == {
        p: before[p] for p in written
    }


def test_what_was_withdrawn_is_not_reviewed(seeds: Path, texts: Path) -> None:
    facts = json.loads((seeds / POST).read_text("utf-8"))
    facts["claims"][3]["withdrawn"] = {"by": "mk", "on": "2026-12-09", "why": "wrong document"}
    (seeds / POST).write_text(json.dumps(facts), encoding="utf-8")
    call = ("--by", "mk", "--seeds", seeds, "--sources", texts)
    run("review", "bb-denial", "--verdict", "accepted", *call).refused(
        "claim 'bb-denial' was withdrawn", POST
    )
    reviewed(seeds, texts, *(name for name in ids(seeds) if name != "bb-denial"))
    assert errors(seeds, texts) == set()
    shown = run("show", "bb-denial", "--seeds", seeds, "--store", "memory", "--format", "table").done()
    assert "was withdrawn by mk on 2026-12-09: wrong document" in " ".join(shown.split())
    asked = run("explain", "bb-denial", "--seeds", seeds, "--store", "memory")
    asked.refused("'bb-denial' was withdrawn by mk on 2026-12-09: wrong document")
    listed = run("ask", "right-of-reply", "--seeds", seeds, "--store", "memory", "--format", "json").done()
    assert "bb-denial" not in listed


@pytest.mark.slow
def test_the_commands_of_the_page_run(whole: Path) -> None:
    blocks = re.findall(r"^```console\n(.*?)^```", (ROOT / "docs/review.md").read_text("utf-8"), re.M | re.S)
    assert len(blocks) == 2
    for line in "".join(blocks).splitlines():
        ran = run(*shlex.split(line.removeprefix("$ kg ")))
        assert ran.code == 0, (line, ran)
    assert counts(load(whole))["swiss-2024-10-13"][Status.REVIEWED] == 1


def test_every_check_of_the_page_is_one(seeds: Path) -> None:
    told = re.findall(
        r"^\| `([a-z-]+)` \|", (ROOT / "docs/review.md").read_text("utf-8").split("## Before")[1], re.M
    )
    gated = {name for name, rule in rules().items() if rule.gate}
    assert {*told} == gated | {"own-review"}
    assert Corpus(load(seeds)).every.unmatched == ()
