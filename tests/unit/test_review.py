"""Marks, reviews and withdrawals: how far a fact has come, and who may see it."""

from __future__ import annotations

from typing import Any

import pytest

from kg.errors import CallError
from kg.model.kinds import registry
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.model.review import MARKS, Review, Status, content_hash, effective_mark, status_of

CITED = {"document": "d", "paragraph": 1, "start": 0, "end": 1, "sha256": "0" * 64}


def claim(**more: Any) -> Claim:
    own = {"id": "c", "topic": "t", "stance": "asserts", "speaker": "s", "about": "e", "said": "2026-01-01"}
    return Claim.model_validate({**own, "paraphrase": "x", "cited": [CITED], **more})


def document(**more: Any) -> Document:
    own = {"id": "d", "title": "x", "language": "en", "published": "2026-01-01", "recorded": "2026-01-01"}
    return Document.model_validate({**own, **more})


def review(by: str, verdict: str = "accepted", on: str = "2026-12-01", of: str = "") -> dict[str, str]:
    return {"by": by, "on": on, "of": of or content_hash(claim()), "verdict": verdict}


@pytest.mark.parametrize(
    ("reviews", "status"),
    [
        ([], Status.DRAFT),
        ([review("mk")], Status.REVIEWED),
        ([review("mk", "needs-work")], Status.DRAFT),
        ([review("mk", of="0" * 64)], Status.STALE),
        ([review("mk", of="0" * 64), review("ab")], Status.REVIEWED),
        ([review("mk"), review("ab", "rejected")], Status.DISPUTED),
        ([review("mk"), review("MK ", "rejected", on="2026-11-30")], Status.REVIEWED),
        ([review("mk", "rejected"), review("mk")], Status.REVIEWED),
    ],
)
def test_how_far_a_claim_has_come_is_worked_out(reviews: list[dict[str, str]], status: Status) -> None:
    assert status_of(claim(reviews=reviews)) is status


def test_ones_own_review_counts_for_nothing() -> None:
    own = claim(entered_by="Jl")
    seen = [Review(by=by, on="2026-12-01", of=content_hash(own), verdict="accepted") for by in ("jl", "mk")]
    assert status_of(own.model_copy(update={"reviews": seen[:1]})) is Status.DRAFT
    assert status_of(own.model_copy(update={"reviews": seen})) is Status.REVIEWED


def test_what_was_withdrawn_is_nothing_else() -> None:
    taken = {"by": "mk", "on": "2026-12-09", "why": "wrong document"}
    assert status_of(claim(reviews=[review("mk")], withdrawn=taken)) is Status.WITHDRAWN
    assert status_of(registry()["state"].model_validate({"id": "kp", "name": "North Korea"})) is Status.DRAFT


@pytest.mark.parametrize("own", [None, *MARKS])
@pytest.mark.parametrize("paper", [None, *MARKS])
def test_a_claim_has_the_strictest_mark(
    own: str | None, paper: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_MARK", "green")
    facts = {"d": document(mark=paper)}
    least = paper or "green"
    assert effective_mark(facts["d"], facts) == least
    assert effective_mark(claim(mark=own), facts) == max(own or "clear", least, key=MARKS.index)


def test_a_mark_of_the_environment_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_MARK", "TLP:AMBER")
    with pytest.raises(CallError, match=r"KG_MARK is 'TLP:AMBER'.*one of clear, .*did you mean 'amber'\?"):
        effective_mark(document(), {})
