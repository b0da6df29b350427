"""What a reader takes away from the page: the claims that are shown as data, and a claim as a citation."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from .page_desk import FIGURES, Corpus, View

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CAUGHT = (
    "window.caught = []; window.real ??= URL.createObjectURL;"
    " URL.createObjectURL = (blob) =>"
    " { blob.arrayBuffer().then((bytes) => caught.push(new TextDecoder('utf-8', { ignoreBOM: true })"
    ".decode(bytes))); return real.call(URL, blob); };"
    " navigator.clipboard.writeText = (text) => { caught.push(text); return Promise.resolve(); };"
)


def taken(view: View, css: str) -> str:
    view.js(CAUGHT)
    view.js("HTMLAnchorElement.prototype.click = function () {}")
    view.click(css)
    view.rest()
    return str(view.js("return caught[0]"))


def test_what_is_shown_is_taken_away_with_days_and_bounds_as_they_are(view: View, drawn: Corpus) -> None:
    view.at(f"d={FIGURES}")
    rows: list[dict[str, Any]] = json.loads(taken(view, "#save-json"))
    assert sorted(row["claim"] for row in rows) == sorted(view.claims())
    for row in rows:
        own = drawn.seen.graph.nodes[row["claim"]].properties
        for end in ("said_from", "said_to"):
            assert row[end] == (str(own[end]) if own.get(end) else None), row["claim"]
        for side in ("low", "high"):
            assert row[side] == own.get(side)
            assert row[f"{side}_included"] == (None if own.get(side) is None else not own.get(f"{side}_open"))
        assert (row["vague"], row["wording"]) == (own.get("vague"), own.get("wording"))
    text = taken(view, "#save-csv")
    assert text.startswith("\N{BYTE ORDER MARK}"), "Excel"
    table = list(csv.DictReader(io.StringIO(text[1:])))
    assert [row["claim"] for row in table] == [row["claim"] for row in rows]
    assert {row["high_included"] for row in table} <= {"true", "false", ""}
    view.clean()


def test_a_claim_is_cited_with_document_place_and_speaker_in_each_style(view: View, drawn: Corpus) -> None:
    view.at(f"d={FIGURES}")
    claim = view.claims()[0]
    view.at(f"d={FIGURES}&s=f:{claim}")
    plain, bibtex, csl = (taken(view, f"#card [data-style={style}]") for style in ("text", "BibTeX", "CSL"))
    document = drawn.seen.graph.ends(claim, "CITED_IN")[0]
    title = drawn.seen.graph.nodes[document].properties["title"]
    day = str(drawn.seen.graph.nodes[document].properties["published_to"])
    assert f"[{title}]" in plain
    assert day in plain
    assert claim in plain
    assert "paragraph" in plain
    assert bibtex.startswith(f"@misc{{{claim},")
    assert f"year = {{{day[:4]}}}" in bibtex
    (entry,) = json.loads(csl)
    assert entry["title"] == f"[{title}]"
    assert entry["issued"]["date-parts"] == [[*map(int, day.split("-"))]]
    view.clean()
