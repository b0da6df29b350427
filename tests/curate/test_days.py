"""Days that can hardly be meant, and approximate ones, of which nothing certain follows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.curate.check.run import check
from tests.cli import corpus as small
from tests.curate.broken import POST, claim
from tests.curate.conftest import write


def found(folder: Path, **changed: Any) -> dict[str, str]:
    """Return what is found by rule, after some fields of a claim were changed."""
    facts = small.facts()
    claim(facts, "post-howitzers").update(changed)
    findings = check(write(folder / "seeds", facts)).findings
    return {f.rule: str(f.problem) for f in findings if f.level != "note"}


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("1402", "write it by our calendar: 1402 of the Persian one is March 2023 to March 2024"),
        ("2023/2567", "write it by our calendar: 2567 of the Buddhist one is 2024"),
        ("1446-03~", "write it by our calendar: 1446 of the Islamic one is about 2024 to 2025"),
        ("1812-06-24", "correct the year"),
        ("2204/..", "correct the year"),
    ],
)
def test_a_year_that_can_hardly_be_meant(tmp_path: Path, when: str, told: str) -> None:
    problem = found(tmp_path, when=when)["implausible-year"]
    assert told in problem
    assert "claim 'post-howitzers' has the year" in problem
    assert "a year from 1900 to 20" in problem
    assert POST in problem


def test_the_day_of_a_price_has_a_year_that_can_be_meant(tmp_path: Path) -> None:
    price = {"low": 5, "measure": "money", "mode": "flow", "wording": "5"}
    problem = found(tmp_path, quantity=price | {"currency": "USD", "priced": "1402"})["implausible-year"]
    assert "has the year 1402 in 'priced'" in problem


@pytest.mark.parametrize("when", ["1950", "2060"])
def test_a_year_far_off_may_be_meant(tmp_path: Path, when: str) -> None:
    assert "implausible-year" not in found(tmp_path, when=when)


@pytest.mark.parametrize("mark", ["~", "?", "%"])
def test_nothing_certain_follows_from_an_approximate_day(tmp_path: Path, mark: str) -> None:
    assert "when-outside-event" in found(tmp_path / "plain", when="2024-01")
    assert found(tmp_path / "when", when=f"2024-01{mark}") == {}
    assert "said-after-publication" in found(tmp_path / "said", said="2026-01-07")
    assert found(tmp_path / "marked", said=f"2026-01-07{mark}") == {}
