"""`kg candidates`: what a text holds, as lines and as JSON; every text is made up."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli import corpus as small
from tests.cli.tools import run
from tests.curate.conftest import write

FIELDS = "kind paragraph span text low high low_open high_open approximate vague unit per from to ids".split()


def _candidates(tmp_path: Path, text: str, *options: str) -> tuple[list[dict[str, object]], str]:
    file = tmp_path / "text.txt"
    file.write_text(text, "utf-8")
    seeds = write(tmp_path / "seeds", small.facts())
    done = run("candidates", str(file), "--format", "json", *options, "--seeds", str(seeds))
    assert done.code == 0, done.err
    return json.loads(done.out), done.err


def test_each_candidate_says_what_its_words_mean(tmp_path: Path) -> None:
    text = "Heading\n\nOn Friday the spokesman said that more than 40 guns went to Orlan.\n"
    found, told = _candidates(tmp_path, text, "--language", "en", "--published", "2026-01-05")
    assert not told
    assert all(list(one) == FIELDS for one in found)
    by_kind = {one["kind"]: one for one in found}
    number, day, name = by_kind["number"], by_kind["day"], by_kind["new-name"]
    assert (number["text"], number["low"], number["low_open"], number["unit"]) == (
        "more than 40",
        40,
        True,
        "guns",
    )
    assert (day["paragraph"], day["text"], day["from"], day["to"]) == (
        2,
        "Friday",
        "2026-01-02",
        "2026-01-02",
    )
    assert (name["text"], name["span"]) == ("Orlan", [60, 65])
    assert by_kind["reporting"]["text"] == "said"


def test_a_language_without_a_file_says_so_in_one_line(tmp_path: Path) -> None:
    found, told = _candidates(tmp_path, "Alphaland kaufte 40 Geschütze am 5. Mai 2024.\n", "--language", "fa")
    assert {one["kind"] for one in found} == {"name"}
    assert told.count("\n") == 1
    assert "kg does not read the language 'fa'" in told
