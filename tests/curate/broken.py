"""For every check a change to a right corpus that it must find."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kg.model.kinds.claim import Claim
from kg.model.review import content_hash
from tests.cli import corpus as small

Facts = dict[str, dict[str, list[dict[str, Any]]]]
POST, RADIO = "documents/2026-01-05-post.yaml", "documents/2026-01-06-radio.yaml"


def claim(facts: Facts, name: str) -> dict[str, Any]:
    return small.claim(facts, name)


def add_claim(facts: Facts, like: str, **more: Any) -> None:
    facts[POST]["claims"].append({**claim(facts, like), "id": "another", **more})


def judge(facts: Facts, *triples: tuple[str, str, str]) -> None:
    facts["judgements.yaml"] = {
        "judgements": [
            {
                "id": f"j{i}",
                "between": [a, b],
                "verdict": verdict,
                "by": "curators",
                "why": "A test.",
                "decided": "2026-02-01",
            }
            for i, (a, verdict, b) in enumerate(triples)
        ]
    }


def break_it(facts: Facts, name: str) -> Facts:
    change = BREAK[name]
    assert change
    change(facts)
    return facts


def review(facts: Facts, name: str, *verdicts: str, of: str = "", **more: Any) -> None:
    """Let several people review a claim, with other fields changed before."""
    own = claim(facts, name)
    own.update(more)
    own["reviews"] = [
        {"by": f"r{n}", "on": "2026-12-01", "of": of or hash_of(own), "verdict": verdict}
        for n, verdict in enumerate(verdicts)
    ]


def hash_of(fields: dict[str, Any]) -> str:
    return content_hash(Claim.model_validate(fields))


def more_of(facts: Facts, plural: str, *items: dict[str, Any]) -> None:
    facts["names.yaml"].setdefault(plural, []).extend(items)


def point(latitude: float, longitude: float, within_km: float) -> dict[str, Any]:
    own = {"latitude": latitude, "longitude": longitude, "within_km": within_km}
    return {**own, "coordinates_from": "public maps"}


BREAK: dict[str, Callable[[Facts], object] | None] = {
    "names-withdrawn": lambda f: claim(f, "pilot-howitzers").update(
        withdrawn={"by": "mk", "on": "2026-12-09", "why": "wrong document"}
    ),
    "unreviewed-claim": lambda f: review(f, "engineers-300", "rejected"),
    "disputed-review": lambda f: review(f, "engineers-300", "accepted", "needs-work"),
    "stale-review": lambda f: review(f, "engineers-300", "accepted", of="0" * 64),
    "own-review": lambda f: review(f, "engineers-300", "accepted", entered_by="R0"),
    "review-without-text": lambda f: review(f, "engineers-300", "accepted"),
    "mark-too-low": lambda f: (
        claim(f, "engineers-300").update(mark="green") or f[POST]["documents"][0].update(mark="amber")
    ),
    "review-of-nothing": lambda f: f.update(
        {
            "imports/a-table.reviews.yaml": {
                "reviews": [
                    {"fact": "gone", "by": "mk", "on": "2026-12-01", "of": "0" * 64, "verdict": "accepted"}
                ]
            }
        }
    ),
    "answer-backwards": lambda f: (
        claim(f, "bb-denial").update(said="2026-01-03")
        or claim(f, "times-howitzers").update(said="2026-01-04")
    ),
    "asserted-future": lambda f: claim(f, "engineers-300").update(when="2026-03/.."),
    "citation-conflict": lambda f: claim(f, "pilot-howitzers")["cited"][0].update(sha256="0" * 64),
    "document-without-claims": lambda f: f[RADIO].pop("claims"),
    "duplicate-claim": lambda f: add_claim(f, "bb-denial", note="Again."),
    "duplicate-id": lambda f: add_claim(f, "bb-denial", id="engineers-300", paraphrase="Else."),
    "event-after-publication": lambda f: f["names.yaml"]["deployments"][0].update(period="2026-04"),
    "judged-twice": lambda f: judge(f, ("post", "unsure", "times"), ("times", "not-same", "post")),
    "judgement-across": lambda f: judge(f, ("post", "same", "aa")),
    "judgement-conflict": lambda f: judge(
        f, ("post", "same", "times"), ("times", "same", "radio"), ("radio", "not-same", "post")
    ),
    "long-wording": (
        lambda f: claim(f, "engineers-300").update(attribution="one two three four five six seven")
    ),
    "near-duplicate": lambda f: add_claim(
        f, "pilot-howitzers", paraphrase="A pilot speaks of some 40 howitzers."
    ),
    "never-used": lambda f: more_of(f, "states", {"id": "cc", "name": "Gammaland"}),
    "outside-its-place": lambda f: f["names.yaml"].update(
        places=[
            {"id": "land", "name": "Land", "kind": "country", **point(50, 30, 700)},
            {"id": "swapped", "name": "Town", "kind": "city", "within": "land", **point(30, 50, 10)},
        ]
    ),
    "overlapping-citation": (
        lambda f: claim(f, "bb-denial")["cited"].append(
            small.cite("post-2026-01-05", "no shipment, not one gun")
        )
    ),
    "relay-backwards": lambda f: (
        claim(f, "radio-howitzers").update(said="2026-01-04")
        or claim(f, "post-howitzers").update(said="2026-01-05")
    ),
    "relay-loop": lambda f: claim(f, "pilot-howitzers").update(relays=["post-howitzers"]),
    "retracts-nothing": lambda f: claim(f, "bb-denial").update(stance="retracts"),
    "same-text": lambda f: f[RADIO]["documents"][0].update(sha256=f[POST]["documents"][0]["sha256"]),
    "shared-name": lambda f: f["names.yaml"]["organizations"][0].update(known_as=["Radio Gamma"]),
    "shared-identifier": lambda f: more_of(
        f,
        "vessels",
        *(
            {"id": id, "name": id, "identifiers": [{"scheme": "imo", "value": "9074729"}]}
            for id in ("pinafore", "pinafore-again")
        ),
    ),
    "source-not-relayed": lambda f: claim(f, "times-howitzers").pop("relays"),
    "too-few-claims": lambda f: f[POST]["documents"][0].update(minimum_claims=6),
    "too-few-roots": lambda f: f[POST]["documents"][0].update(minimum_roots=9),
    "belongs-too-deep": lambda f: more_of(
        f,
        "organizations",
        *(
            {"id": f"office-{n}", "name": f"Office {n}", "kind": "unit"}
            | ({"part_of": [{"actor": f"office-{n - 1}"}]} if n else {})
            for n in range(14)
        ),
    ),
    "tree-loop": lambda f: more_of(
        f,
        "weapon_types",
        {"id": "a", "name": "A", "subtype_of": "b"},
        {"id": "b", "name": "B", "subtype_of": "a"},
    ),
    "unit-alike": lambda f: claim(f, "engineers-300")["quantity"].update(unit="howitzer"),
    "unit-once": lambda f: claim(f, "engineers-300")["quantity"].update(unit="sappers"),
    "unknown-reference": lambda f: claim(f, "engineers-300").update(about="aa-engineer"),
    "vague-word": lambda f: claim(f, "engineers-300")["quantity"].update(wording="dozens"),
    "own-beside-sourced": lambda f: add_claim(
        f, "post-howitzers", relays=[], quantity=None, paraphrase="The guns came by night."
    ),
    "remark-asserted": lambda f: claim(f, "engineers-300").update(hedge="conditional"),
    "only-remarks": lambda f: claim(f, "engineers-300").update(stance="comments"),
    "general-denial-of-part": lambda f: (
        f["names.yaml"]["deployments"][0].update(within_event="aa-bb-howitzers")
        or claim(f, "bb-denial").update(about="aa-engineers")
    ),
    "parts-or-total": lambda f: add_claim(
        f,
        "pilot-howitzers",
        quantity={
            **claim(f, "pilot-howitzers")["quantity"],
            "low": 60,
            "high": 60,
            "wording": "60 howitzers",
        },
    ),
    "property-as-figure": lambda f: claim(f, "pilot-howitzers")["quantity"].update(unit="kilometres"),
    "speaker-not-named": None,  # with texts
    "speaker-outside-span": None,  # with texts
    "counts-no-weapon": lambda f: claim(f, "engineers-300")["quantity"].update(of="bb"),
    "silent-speaker": lambda f: (
        claim(f, "bb-denial").update(speaker="pinafore")
        or f["names.yaml"].update(vessels=[{"id": "pinafore", "name": "Pinafore"}])
    ),
    "firsthand-unnamed": lambda f: claim(f, "pilot-howitzers").update(firsthand=True),
    "implausible-year": lambda f: claim(f, "post-howitzers").update(when="1402"),
    "joint-within": lambda f: claim(f, "post-howitzers").update(speaker=None, speakers=["aa", "times"]),
    "reprint-before-original": (
        lambda f: f[POST]["documents"][0].update(reprint_of=f[RADIO]["documents"][0]["id"])
    ),
    "reprint-circle": lambda f: [
        f[one]["documents"][0].update(reprint_of=f[other]["documents"][0]["id"])
        for one, other in ((POST, RADIO), (RADIO, POST))
    ],
    "about-circle": lambda f: (
        claim(f, "post-howitzers").update(about="pilot-howitzers")
        or claim(f, "pilot-howitzers").update(about="post-howitzers")
    ),
    "answers-what-was-said": lambda f: claim(f, "bb-denial").update(about="pilot-howitzers"),
    "cites-not-held": lambda f: [f[POST]["documents"][0].pop(name) for name in ("file", "sha256")],
    "corrects-nothing": lambda f: f[RADIO]["documents"][0].update(corrects=[f[POST]["documents"][0]["id"]]),
    "stated-before-document": lambda f: claim(f, "pilot-howitzers").update(
        speaker="unknown", stated_in=f[RADIO]["documents"][0]["id"]
    ),
    "stated-in-article": lambda f: claim(f, "pilot-howitzers").update(
        speaker="unknown", stated_in=f[POST]["documents"][0]["id"]
    ),
    "when-outside-event": lambda f: claim(f, "post-howitzers").update(when="2024-01"),
    "money-day": lambda f: claim(f, "engineers-300")["quantity"].update(
        unit="usd", measure="money", currency="USD"
    ),
    "wording-bounds": lambda f: claim(f, "engineers-300")["quantity"].update(wording="at least 300"),
    "structure": lambda f: claim(f, "engineers-300").update(colour="red"),
    "claim-without-citation": None,  # structure asks for a citation first
    "claim-about-nothing": None,  # structure asks for an event first
    "event-without-claims": lambda f: f[POST]["claims"].remove(claim(f, "engineers-300")),
    "said-after-publication": lambda f: claim(f, "engineers-300").update(said="2026-01-07"),
    "shipment-without-ends": None,  # structure asks for both ends first
    "wrong-citation": None,  # kg verify
    "unknown-default": None,  # with a kg.toml, in tests/intake/test_corpus.py
    "changed-text": None,  # kg verify
    "changed-derivation": None,  # kg verify --originals
}
"""For every check a change to a right corpus that it must find; None where something else comes first."""
