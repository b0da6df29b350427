"""A corpus whose every text tries to become something else than text: one of everything for each payload."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from kg.model.characters import NEVER
from kg.model.kinds import registry
from tests.browser.payloads import PAYLOADS
from tests.campaign.fields import injected as counted

LONGEST = {"word": 200, "text": 2000}
SHA = "0" * 64


def facts() -> list[Any]:
    """Return the corpus: for each payload a fact of each kind, two actors, and three claims."""
    made: list[Any] = []
    for n, payload in enumerate(PAYLOADS):
        made += of_payload(n, payload)
    return made


def fitting(payload: str, most: int) -> str:
    """Return a payload as a field can hold it: of characters that may be, not empty, not too long."""
    return re.sub(f"[{NEVER}]", "", payload)[:most].strip() or "."


def injected(pages: Collection[str]) -> int:
    """Return how many fields of facts hold a payload: of claims, and of what has one of the pages."""
    payloads = {fitting(payload, most) for payload in PAYLOADS for most in LONGEST.values()}
    shown = {page.rpartition("/")[2].removesuffix(".html") for page in pages}
    return counted([fact for fact in facts() if fact.KIND == "claim" or fact.id in shown], payloads)


def of_payload(n: int, payload: str) -> list[Any]:
    word, text = fitting(payload, LONGEST["word"]), fitting(payload, LONGEST["text"])
    day = (date(2024, 1, 1) + timedelta(days=n % 5)).isoformat()
    span = {"document": f"d-{n}", "paragraph": 1, "start": 0, "end": 5, "sha256": SHA}
    quantity = {"low": 3, "high": 9, "unit": "shells", "mode": "flow", "wording": word}

    def claim(id_: str, **more: Any) -> Any:
        own = {
            "id": id_,
            "topic": f"t-{n}",
            "stance": "asserts",
            "speaker": f"o-{n}",
            "said": day,
            "about": f"e-{n}",
            "paraphrase": text,
            "note": text,
            "inferred": {"who": text, "said": text},
            "cited": [{**span, "wording": word, "note": word}],
            "quantity": quantity,
            "attribution": word,
            "place": f"p-{n}",
            "mentions": [f"w-{n}"],
        }
        return make("claim", **{**own, **more})

    named = {"known_as": [word], "note": text, "name": word}
    alias = [{"name": word, **span}]
    events = (
        "shipment",
        "deployment",
        "use",
        "casualties",
        "agreement",
        "negotiation",
        "finding",
        "situation",
    )
    kind = events[n % len(events)]
    special: dict[str, dict[str, Any]] = {
        "shipment": {"supplier": f"s-{n}", "recipient": f"o-{n}", "goods": word},
        "deployment": {"sender": f"s-{n}"},
        "use": {"user": f"s-{n}"},
        "casualties": {"side": f"s-{n}"},
        "agreement": {},
        "negotiation": {},
        "finding": {"found_by": f"o-{n}"},
        "situation": {},
    }
    return [
        make("state", id=f"s-{n}", aliases=alias, **named),
        make(
            "organization",
            id=f"o-{n}",
            kind="government",
            part_of=[{"actor": f"s-{n}", "role": word}],
            **named,
        ),
        make("unnamed_source", id=f"u-{n}", wording=word, **named),
        make("weapon_type", id=f"w-{n}", aliases=alias, **named),
        make("place", id=f"p-{n}", kind="city", **named),
        make("topic", id=f"t-{n}", name=word, name_de=word, description=text),
        make(
            "document",
            id=f"d-{n}",
            title=word,
            outlet=f"o-{n}",
            published=day,
            recorded="2026-01-01",
            language="de",
            file=word,
            sha256=sha256(word.encode("utf-8", "replace")).hexdigest(),
            note=text,
            inferred={"outlet": text},
            url=f"https://x.invalid/{''.join(fitting(payload, 1000).split())}",
        ),
        make(
            kind,
            id=f"e-{n}",
            name=word,
            description=text,
            note=text,
            weapon_types=[f"w-{n}"],
            actors=[f"o-{n}"],
            places=[f"p-{n}"],
            **special[kind],
        ),
        claim(f"c-{n}-1", speaker=f"u-{n}"),
        claim(f"c-{n}-2", relays=[f"c-{n}-1"], quantity={**quantity, "high": 20}),
        claim(f"c-{n}-3", stance="denies", answers=[f"c-{n}-2"], quantity=None),
        claim(f"c-{n}-4", speaker=None, quantity={**quantity, "low": 50, "high": 60}),
        claim(f"c-{n}-5", about=f"w-{n}", quantity=None),
        claim(f"c-{n}-6", about=f"s-{n}", quantity=None, stance="doubts"),
        make(
            "judgement",
            id=f"j-{n}",
            between=[f"w-{n}", f"w-{(n + 1) % len(PAYLOADS)}"],
            verdict="unsure" if n else "same",
            by=word,
            decided="2026-01-01",
            why=text,
        ),
    ]


def make(kind: str, /, **fields: Any) -> Any:
    return registry()[kind].model_validate(fields)
