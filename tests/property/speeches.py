"""Strategies for graphs of joint statements, retractions, reprints and every mark of a claim."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from kg.model.kinds import Fact, registry
from kg.model.stances import FACETED, STANCES, side_of
from kg.model.weighing import HOW_MANY
from kg.sources.across import faults

ACTORS = ("aa", "bb", "cc", "office", "paper", "register", "insider")
_DAYS = st.integers(0, 9).map(lambda day: (date(2026, 1, 1) + timedelta(day)).isoformat())
_SHA = "a" * 64


def _some(names: list[str], most: int = 2) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), unique=True, max_size=most) if names else st.just([])


def _names() -> list[tuple[str, dict[str, Any]]]:
    office = {"kind": "government", "part_of": [{"actor": "aa", "until": "2026-01-04"}]}
    return [
        *(("state", {"id": id, "name": id.upper()}) for id in ("aa", "bb", "cc")),
        ("organization", {"id": "office", "name": "Office", **office}),
        ("organization", {"id": "paper", "name": "Paper", "kind": "personal-account", "country": "bb"}),
        ("organization", {"id": "register", "name": "R", "kind": "non-governmental", "compiles": True}),
        ("unnamed_source", {"id": "insider", "name": "Insider", "wording": "an insider"}),
        ("topic", {"id": "arms", "name": "Arms", "name_de": "Waffen", "description": "Arms."}),
        ("weapon_type", {"id": "gun", "name": "Gun"}),
        ("situation", {"id": "war", "name": "War", "stage": "planned"}),
        ("situation", {"id": "raid", "name": "Raid", "within_event": "war"}),
    ]


@st.composite
def _documents(draw: st.DrawFn) -> list[tuple[str, dict[str, Any]]]:
    days = sorted(draw(st.lists(_DAYS, min_size=1, max_size=4)))
    fixed = {"title": "T", "outlet": "paper", "recorded": "2026-02-01", "language": "en", "file": "t.txt"}
    return [
        (
            "document",
            {
                "id": f"d{place}",
                "published": day,
                "sha256": _SHA,
                "reprint_of": draw(st.sampled_from([None, *(f"d{earlier}" for earlier in range(place))])),
                **fixed,
            },
        )
        for place, day in enumerate(days)
    ]


@st.composite
def _claim(draw: st.DrawFn, id: str, others: list[str], documents: list[str]) -> dict[str, Any]:
    stance = draw(st.sampled_from([*STANCES, *["retracts"] * len(STANCES)]))
    voices = draw(
        st.lists(st.sampled_from(ACTORS[:2] if draw(st.booleans()) else ACTORS), unique=True, max_size=3)
    )
    figure = {"low": 5, "unit": "guns", "mode": "flow", "wording": "five"}
    of = st.sampled_from([None, "gun", "crew"])
    given = {"quantity": figure | {"of": draw(of)}, "when": "2025", "place": None}
    facets = ["whole", *(["who", "what", HOW_MANY, "when"] if side_of(stance) in FACETED else [])]
    printed = draw(st.lists(st.sampled_from(documents), unique=True, min_size=1))
    return {
        "id": id,
        "topic": "arms",
        "stance": stance,
        "facet": draw(st.sampled_from(facets)),
        "firsthand": bool(voices) and "insider" not in voices and draw(st.booleans()),
        "speaker": voices[0] if len(voices) == 1 else None,
        "speakers": voices if len(voices) > 1 else [],
        "said": draw(st.sampled_from(["../2026-01-01", "2025-12", "2025-12-30"])),
        "about": draw(st.sampled_from(["war", "raid", "gun", "aa"])),
        **given,
        "relays": draw(_some([other for other in others if other != id])),
        "answers": draw(_some([other for other in others if other != id], 3)),
        "paraphrase": "Words.",
        "cited": [
            {"document": document, "paragraph": 1, "start": 0, "end": 5, "sha256": _SHA}
            | ({"quantity": figure | {"of": draw(of)}} if draw(st.booleans()) else {})
            for document in printed
        ],
    }


@st.composite
def speeches(draw: st.DrawFn) -> list[Fact]:
    """Return a small graph of claims that take each other back, with all that they name, in any order."""
    documents = draw(_documents())
    ids = [f"c{number}" for number in range(draw(st.integers(1, 6)))]
    claims = [("claim", draw(_claim(id, ids, [d["id"] for _, d in documents]))) for id in ids]
    models = registry()
    facts = [models[kind].model_validate(fields) for kind, fields in [*_names(), *documents, *claims]]
    known = {fact.id: fact for fact in facts}
    assume(not any(fault for fact in facts for fault in faults(fact, known)))
    return draw(st.permutations(facts))
