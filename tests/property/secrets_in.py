"""Random graphs in which all that is held back has words, ids, names and days that nothing else has."""

from __future__ import annotations

import random
import re
from typing import Any

from kg.model.kinds import Fact, registry
from kg.model.review import Review, content_hash
from tests.analysis import graphs

WORD = "zqsecret"
"""Stands in every id, name and text of what is held back."""
YEAR = "1877"
"""The year of every day of what is held back."""
_MONTHS = "Jan|Feb|M[aä]r|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz]"
TRACE = re.compile(rf"{WORD}|{YEAR}-\d\d|(?:{_MONTHS})[a-zäöü]*\.? {YEAR}", re.IGNORECASE)
SHA = "5e" * 32


def _make(kind: str, id_: str, /, **fields: Any) -> Fact:
    return registry()[kind].model_validate({"id": f"{WORD}-{id_}", **fields})


def secret(seed: int, *, unreviewed: bool = False) -> list[Fact]:
    """Return a random graph with secrets.

    Args:
        seed: of the chance.
        unreviewed: the secret claims are marked like the others, which somebody reviewed.
    """
    rng = random.Random(seed)
    facts: list[Any] = graphs.facts(seed)
    claims = [fact for fact in facts if fact.KIND == "claim"]
    red = {"entered_by": WORD, "internal": WORD, **({} if unreviewed else {"mark": "red"})}
    secrets = _surroundings({"mark": "red"}, facts)
    names = [f"{WORD}-claim-{n}" for n in range(3)]
    for n in range(len(names)):
        shown = rng.sample(claims, 2)
        secrets.append(
            _make(
                "claim",
                f"claim-{n}",
                topic=f"{WORD}-topic",
                stance=rng.choice(("asserts", "denies", "expects", "doubts")),
                speaker=f"{WORD}-{('person', 'source')[n % 2]}",
                said=f"{YEAR}-03-0{n + 1}",
                about=shown[0].about if n else f"{WORD}-event",
                mentions=[f"{WORD}-weapon"],
                quantity={"low": 7, "unit": "soldiers", "mode": "flow", "wording": f"{WORD} seven"},
                when=f"{YEAR}-04",
                place=f"{WORD}-place",
                relays=[shown[0].id, *([names[n - 1]] if n else [])],
                paraphrase=f"what {WORD} said",
                note=f"a note on {WORD}",
                inferred={"who": f"{WORD} is meant"},
                cited=[_place(f"{WORD}-paper", n), *([] if n else [_place(shown[0].cited[0].document, 9)])],
                **red,
            )
        )
    gone = {"by": WORD, "on": f"{YEAR}-09-09", "why": f"{WORD} was wrong"}
    secrets.append(_withdrawn(claims[0], gone))
    for one in rng.sample(claims, min(3, len(claims))):
        new: dict[str, Any] = {
            "relays": [*one.relays, rng.choice(names)],
            "note": f"see {names[0]} on that",
        }
        if rng.random() < 0.5:
            new["answers"] = [*one.answers, rng.choice(names)]
        facts[facts.index(one)] = one.model_copy(update=new)
    facts = [_touched(fact) for fact in facts]
    if unreviewed:
        facts = [_accepted(fact) if fact.KIND == "claim" else fact for fact in facts]
    return [*facts, *secrets]


def _place(document: str, n: int) -> dict[str, Any]:
    return {"document": document, "paragraph": n + 1, "start": 0, "end": 5, "sha256": SHA}


def _withdrawn(claim: Any, gone: dict[str, Any]) -> Fact:
    """Return a secret claim that was taken back by those who wrote it down."""
    fields = claim.model_dump(mode="json") | {"id": f"{WORD}-withdrawn", "relays": [], "answers": []}
    made: Fact = type(claim).model_validate({**fields, "paraphrase": f"{WORD} was wrong", "withdrawn": gone})
    return made


def _touched(fact: Any) -> Any:
    """Return a fact that is shared and yet names secrets."""
    if fact.id == "kn-23":
        alias = type(fact).model_validate(
            {"id": "x", "name": "x", "aliases": [{"name": f"{WORD} name", **_place(f"{WORD}-paper", 3)}]}
        )
        return fact.model_copy(update={"aliases": [*fact.aliases, *alias.aliases]})
    if fact.id == "doc-b":
        return fact.model_copy(update={"reprint_of": f"{WORD}-paper", "translates": None})
    return fact


def _accepted(claim: Any) -> Any:
    review = Review(by="mk", on="2026-12-01", of=content_hash(claim), verdict="accepted")
    return claim.model_copy(update={"reviews": [review]})


def _surroundings(marked: dict[str, Any], facts: list[Any]) -> list[Any]:
    """Return what only the secret claims name, and a judgement about it."""
    days = {"published": f"{YEAR}-05-05", "recorded": f"{YEAR}-06-06"}
    outlet = _make("organization", "outlet", name=f"{WORD} Times", kind="news-outlet")
    body = _make("organization", "body", name=f"{WORD} body", kind="government", part_of=[{"actor": "kp"}])
    person = _make(
        "person",
        "person",
        name=f"{WORD} Smith",
        note=f"a friend of {WORD}",
        part_of=[{"actor": body.id, "role": f"{WORD} chief", "since": f"{YEAR}-01-01"}],
    )
    source = _make("unnamed_source", "source", name=f"{WORD} source", wording=f"{WORD} Quelle")
    topic = _make("topic", "topic", name=WORD, name_de=WORD, description=WORD)
    place = _make("place", "place", name=f"{WORD} harbour", kind="region")
    weapon = _make("weapon_type", "weapon", name=f"{WORD} gun", known_as=[f"{WORD} G"])
    event = _make(
        "deployment",
        "event",
        name=f"{WORD} dispatch",
        name_de=f"{WORD}-Entsendung",
        description=f"{WORD} sends",
        sender="kp",
        host="ru",
        period=f"{YEAR}-07",
        places=[place.id],
    )
    paper = _make(
        "document",
        "paper",
        title=f"{WORD} paper",
        outlet=outlet.id,
        language="de",
        url=f"https://{WORD}.example/",
        file=f"{WORD}.txt",
        sha256=SHA,
        note=WORD,
        **days,
        **marked,
    )
    judgement = _make(
        "judgement",
        "same",
        between=[person.id, next(f.id for f in facts if f.KIND == "person")],
        verdict="same",
        by=WORD,
        why=f"{WORD} is he",
        decided=f"{YEAR}-08-08",
    )
    kin = _make("deployment", "kin", name=f"{WORD} kin", sender="kp", host="ru", within_event=event.id)
    return [outlet, body, person, source, topic, place, weapon, event, paper, judgement, kin]
