"""`kg check` holds a figure against its words only where every word is read: no right one is called wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.curate.check.run import check
from kg.language.wordings import read_whole
from tests.cli import corpus as small
from tests.curate.conftest import write

HELD_AGAINST_IT = ("wording-bounds", "vague-word")
RIGHT = [  # language, wording, fields of the right figure: whatever is read of it, nothing may be reported
    ("en", "half of the 300 engineers", {"low": 150, "high": 150}),
    ("en", "not even 300", {"high": 300, "high_open": True}),
    ("en", "300 or so", {"low": 300, "high": 300, "approximate": True}),
    ("en", "two thirds of 300", {"low": 200, "high": 200}),
    ("en", "three hundred odd engineers", {"low": 300, "high": 400}),
    ("en", "all but 10 of 310", {"low": 300, "high": 300}),
    ("de", "anderthalbmal so viele wie 200", {"low": 300, "high": 300}),
    ("de", "die Hälfte der 600 Ingenieure", {"low": 300, "high": 300}),
    ("de", "keine 300 Ingenieure", {"high": 300, "high_open": True}),
    ("de", "drei Hundertschaften", {"low": 300, "high": 300}),
    ("ru", "половина из 600", {"low": 300, "high": 300}),
    ("ru", "без малого 300", {"high": 300, "high_open": True}),
    ("ru", "порядка трёх сотен", {"low": 300, "high": 300, "approximate": True}),
    ("uk", "половина з 600", {"low": 300, "high": 300}),
    ("uk", "три сотні інженерів", {"low": 300, "high": 300}),
    ("fr", "la moitié des 600 ingénieurs", {"low": 300, "high": 300}),
    ("fr", "trois cents ingénieurs", {"low": 300, "high": 300}),
    ("fr", "quelque 300 ingénieurs", {"low": 300, "high": 300, "approximate": True}),
    ("ko", "300여 명", {"low": 300}),
    ("ko", "600명의 절반", {"low": 300, "high": 300}),
    ("ar", "300 مهندس", {"low": 300, "high": 300}),
    ("fa", "۳۰۰ مهندس", {"low": 300, "high": 300}),
    ("zh", "三百名工程师", {"low": 300, "high": 300}),
    ("ja", "約3百人", {"low": 300, "high": 300}),
    ("es", "más de 300 ingenieros", {"low": 300, "low_open": True}),
    ("es", "medio millar", {"low": 500, "high": 500}),
    ("pl", "prawie 300 inżynierów", {"high": 300, "high_open": True}),
    ("da", "halvtreds", {"low": 50, "high": 50}),
    ("it", "oltre 1.000 ingegneri", {"low": 1000, "low_open": True}),
    ("und", "mindestens 300", {"low": 300}),
]
WRONG = [
    ("en", "at least 300 engineers"),
    ("en", "more than 200 North Korean engineers"),
    ("de", "mindestens 300 Ingenieure"),
    ("ru", "не менее 300 солдат"),
    ("uk", "понад 300 солдатів"),
    ("en", "dozens"),
    ("de", "Dutzende Ingenieure"),
]


def _rules(tmp_path: Path, language: str, wording: str, fields: dict[str, object]) -> set[str]:
    facts = small.facts()
    claim = small.claim(facts, "engineers-300")
    kept = {k: v for k, v in claim["quantity"].items() if k in ("unit", "mode", "stage", "measure")}
    claim["quantity"] = {**kept, **fields, "wording": wording}
    for document in (one for file in facts.values() for one in file.get("documents", ())):
        document["language"] = language
    checked = check(write(tmp_path / "seeds", facts))
    assert not [f for f in checked.findings if f.level == "error"], checked.findings
    return {f.rule for f in checked.findings} & set(HELD_AGAINST_IT)


@pytest.mark.parametrize(("language", "wording", "fields"), RIGHT)
def test_a_right_figure_is_never_called_wrong(
    tmp_path: Path, language: str, wording: str, fields: dict[str, object]
) -> None:
    assert _rules(tmp_path, language, wording, fields) == set()


@pytest.mark.parametrize(("language", "wording"), WRONG)
def test_a_wrong_figure_in_readable_words_is_reported(tmp_path: Path, language: str, wording: str) -> None:
    assert _rules(tmp_path, language, wording, {"low": 299, "high": 299})


def test_what_is_left_over_means_that_nothing_is_read() -> None:
    assert [n.bounds for n in read_whole("at least 300 Iranian drones", "en") or ()] == [
        (300, None, False, False)
    ]
    assert read_whole("Half of 300", "en") is None
    assert read_whole("300 of them", None) is None
