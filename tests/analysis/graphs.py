"""Small random graphs: as worlds for the laws of the analyses, and as facts for what goes through a store."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from kg.analysis.live_claims import SUPPORT
from kg.analysis.reading import joint_actor
from kg.analysis.world import Actor, Claim, Document, Figure, Member, Same, Thing, World
from kg.model import stances
from kg.model.kinds import Fact, registry
from kg.model.stances import FACETED, side_of

DAY = date(2024, 10, 1)
STANCES = (
    "asserts",
    "asserts",
    "asserts",
    "denies",
    "expects",
    "doubts",
    "cannot-confirm",
    "retracts",
    "concerned",
)
ASIDE = ("comments", "no-comment")
FACETS = ("whole", "whole", "whole", "whole", "who", "what", "how-many")
STAGES = (None, None, None, None, "wanted", "planned", "under-way")
HEDGES = ("plain", "plain", "reported", "likely", "possible", "conditional", "apparent")


def world(seed: int, *, cycles: bool = True) -> World:
    """Return a random world: a few actors that belong together, chains with and without loops.

    In some of them nearly all agree, so that much is supported.
    """
    rng = random.Random(seed)
    calm = rng.random() < 0.4
    actors = _actors(rng)
    names = [*actors, None]
    documents = _documents(rng)
    things = {
        "e0": Thing("e0", period=(DAY, None), stage=rng.choice(STAGES)),
        "e1": Thing("e1", within="e0", of=("kn-23",), stage=rng.choice(STAGES)),
        "e2": Thing("e2", within="e1", stage=rng.choice(STAGES)),
        "e3": Thing("e3", stage=rng.choice(STAGES)),
    }
    claims: dict[str, Claim] = {}
    relays, printed = {}, {}
    answers: dict[str, tuple[str, ...]] = {}
    number = rng.randrange(1, 12)
    ids = [f"c{n:02}" for n in range(number)]
    for n, id_ in enumerate(ids):
        first = DAY + timedelta(days=rng.randrange(5))
        said = rng.choice(((first, first), (None, first), (first, first + timedelta(days=2))))
        agreed = calm and rng.random() < 0.9
        about = rng.choice(("e0", "e3")) if agreed else rng.choice(list(things))
        stance = "asserts" if agreed else rng.choice((*STANCES, *ASIDE))
        answered = rng.choice(ids[:n]) if n and rng.random() < 0.6 else None
        speaker = rng.choice(names)
        if n and rng.random() < 0.2:
            speaker = claims[rng.choice(ids[:n])].speaker
        if stance == "retracts" and answered and rng.random() < 0.7:
            speaker = claims[answered].speaker
        when = rng.choice(
            (
                (None, None),
                (None, None),
                (first, first),
                (first, None),
                (None, first),
                (first, first + timedelta(days=9)),
            )
        )
        claims[id_] = Claim(
            id_,
            stance,
            speaker,
            about,
            f"t{about[1]}",
            said,
            "plain" if agreed else rng.choice(HEDGES),
            when,
            None,
            figure(rng),
            rng.choice(FACETS) if not agreed and stances.STANCES[stance].side in stances.FACETED else "whole",
            speaker is not None and rng.random() < 0.15,
        )
        printed[id_] = tuple(sorted(rng.choices(list(documents), k=rng.randrange(1, 3))))
        others = ids if cycles and rng.random() < 0.15 else ids[:n]
        told = tuple(sorted({rng.choice(others) for _ in range(rng.randrange(3))})) if others else ()
        if told:
            relays[id_] = told
        if answered and stances.STANCES[stance].side in ("against", "doubt", "back"):
            answers[id_] = (answered,)
    _of_papers(random.Random(seed + 2), claims, answers, actors, things, documents)
    return World(
        claims,
        printed,
        relays,
        answers,
        actors,
        things,
        documents,
        {},
        frozenset(("t0", "t1", "t2", "t3")),
        {
            id_: tuple((document, rng.randrange(1, 3)) for document in printed[id_])
            for id_, claim in claims.items()
            if claim.figure is not None
        },
        judged(random.Random(seed + 1), actors),
    )


def _of_papers(
    rng: random.Random,
    claims: dict[str, Claim],
    answers: dict[str, tuple[str, ...]],
    actors: dict[str, Actor],
    things: dict[str, Thing],
    documents: dict[str, Document],
) -> None:
    """Let some claims be about claims or documents, some be what a document says, and some of these correct.

    In half of the worlds nothing of that kind is there.
    """
    if rng.random() < 0.5:
        return
    for n, id_ in enumerate(claims):
        claim, others = claims[id_], [*[*claims][:n], *documents]
        if rng.random() < 0.15:
            paper = rng.choice([*documents])
            own = documents[paper].outlet if rng.random() < 0.5 else None
            voice = own is not None and rng.random() < 0.5
            actors.setdefault(paper, Actor(paper, "document", (Member(own),) if own else (), voice))
            claim = claim._replace(speaker=paper, firsthand=False)
        if rng.random() < 0.25:
            about = rng.choice(others)
            things[about] = Thing(about, event=False)
            claim = claim._replace(about=about, facet="whole")
            if claim.side in ("against", "doubt"):
                answers.pop(id_, None)
        claims[id_] = claim
    for paper in [a for a in actors if a in documents]:
        while (paper := documents[paper].reprint_of or "") and paper not in actors:
            actors[paper] = Actor(paper, "document")
    for name, document in documents.items():
        held = document.outlet is not None or rng.random() < 0.5
        earlier = [other for other in documents if other < name]
        corrects = tuple(rng.sample(earlier, 1)) if earlier and rng.random() < 0.4 else ()
        documents[name] = document._replace(held=held, corrects=corrects)


def judged(rng: random.Random, actors: Iterable[str]) -> tuple[Same, ...]:
    """Return judgements that actors are the same: in most worlds none, in some a chain of them."""
    names = sorted(a for a in actors if "+" not in a and a[0] != "d")
    number = rng.choice((0, 0, 0, 1, 2, 3))
    pairs = sorted({tuple(sorted(rng.sample(names, 2))) for _ in range(number)})
    return tuple(Same(one, other, f"j-{one}-{other}", DAY) for one, other in pairs)


def _actors(rng: random.Random) -> dict[str, Actor]:
    def members(above: list[str], most: int) -> tuple[Member, ...]:
        joined = []
        for other in rng.sample(above, rng.randrange(min(most, len(above)) + 1)):
            since = DAY + timedelta(days=rng.randrange(4)) if rng.random() < 0.25 else None
            joined.append(
                Member(
                    other, since, DAY + timedelta(days=rng.randrange(4, 8)) if rng.random() < 0.25 else None
                )
            )
        return tuple(joined)

    league = (Member("l0"),) if rng.random() < 0.3 else ()
    actors = {
        "l0": Actor("l0", "organization"),
        "s0": Actor("s0", "state", league),
        "s1": Actor("s1", "state", league),
    }
    for n in range(4):
        actors[f"o{n}"] = Actor(f"o{n}", "organization", members(list(actors), 2))
    above = list(actors)
    for n in range(3):
        actors[f"p{n}"] = Actor(f"p{n}", "person", members(above, 2))
        actors[f"u{n}"] = Actor(f"u{n}", "unnamed", members(above, 1))
    actors |= {
        "n0": Actor("n0", "organization", own_voice=True),
        "n1": Actor("n1", "organization", own_voice=True, compiles=rng.random() < 0.2),
        "k0": Actor("k0", "organization", compiles=True),
        "r0": Actor("r0", "person", (Member(rng.choice(("n0", "k0"))),)),
    }
    speaking = sorted(actors)
    for _ in range(3):
        joint = "+".join(sorted(rng.sample(speaking, rng.randrange(2, 4))))
        actors[joint] = joint_actor(joint, actors)
    return actors


def _documents(rng: random.Random) -> dict[str, Document]:
    """Four documents of two outlets or of none; some print an earlier one again."""
    outlets = [rng.choice(("n0", "n1", None)) for _ in range(4)]
    return {
        f"d{n}": Document(
            DAY + timedelta(days=rng.randrange(6)),
            DAY + timedelta(days=rng.randrange(6, 12)),
            outlet,
            f"d{rng.randrange(n)}" if n and rng.random() < 0.3 else None,
        )
        for n, outlet in enumerate(outlets)
    }


def figure(rng: random.Random) -> Figure | None:
    """Return a random figure over small numbers, or none."""
    if rng.random() < 0.4:
        return None
    low = rng.choice((None, rng.randrange(0, 30)))
    high = rng.choice((None, (low or 0) + rng.randrange(0, 20)))
    if low is None and high is None:
        low = rng.randrange(30)
    open_ends = low is None or high is None or low < high
    return Figure(
        low,
        high,
        low is not None and open_ends and rng.random() < 0.3,
        high is not None and open_ends and rng.random() < 0.3,
        rng.random() < 0.15,
        None,
        rng.choice(("soldiers", "shells")),
        rng.choice(("count", "count", "count", "mass-tonnes")),
        rng.choice(("stock", "flow", "cumulative")),
        rng.choice((None, "sent", "sent", "decided")),
        "printed",
        "in words",
        rng.choice((None, None, None, "kn-23", "kn-25")),
    )


def plus(
    base: World, claim: Claim, relays: tuple[str, ...] = (), documents: tuple[str, ...] = ("d0",)
) -> World:
    """Return a world with one more claim."""
    return replace(
        base,
        claims={**base.claims, claim.id: claim},
        printed_in={**base.printed_in, claim.id: documents},
        relays={**base.relays, **({claim.id: relays} if relays else {})},
    )


def _make(kind: str, /, **fields: Any) -> Fact:
    return registry()[kind].model_validate(fields)


def facts(seed: int, deep: int = 0) -> list[Fact]:
    """Return a random graph as facts, under the ids that the presets ask for by default.

    Args:
        seed: of the chance.
        deep: so many claims more, each of which relays the one before, at times another one or a later one.
    """
    rng = random.Random(seed)
    days = sorted(DAY + timedelta(days=2 * n) for n in range(5))
    documents = ["newspaper-2024-10-18", "doc-a", "doc-b", "doc-c"]
    sha = "0" * 64

    def place(document: str) -> dict[str, Any]:
        start = rng.randrange(90)
        return {
            "document": document,
            "paragraph": rng.randrange(1, 4),
            "start": start,
            "end": start + 5,
            "sha256": sha,
        }

    states = [_make("state", id=i, name=f"State {i}") for i in ("ru", "kp")]
    outlets = [
        _make(
            "organization",
            id=f"paper-{n}",
            name=f"Paper {n}",
            kind="news-outlet",
            part_of=[{"actor": "ru"}] if n else [],
        )
        for n in range(3)
    ]
    people = [
        _make(
            "person",
            id="kirby",
            name="Kirby",
            part_of=[{"actor": "office", "role": "speaker", "since": "2024-10-02"}],
        ),
        _make("person", id="minister", name="Minister", part_of=[{"actor": "kp"}]),
    ]
    office = _make("organization", id="office", name="Office", kind="government", part_of=[{"actor": "kp"}])
    unnamed = [
        _make(
            "unnamed_source",
            id="src-a",
            name="Source A",
            wording="eine Quelle",
            part_of=[{"actor": "office"}],
        ),
        _make("unnamed_source", id="src-b", name="Source B", wording="Insider"),
    ]
    topics = [_make("topic", id=i, name=i, name_de=i, description=i) for i in ("troop-numbers", "shells")]
    papers = [
        _make(
            "document",
            id=d,
            title=d,
            outlet=rng.choice(outlets).id,
            published=(day := rng.choice(days)).isoformat(),
            recorded=(day + timedelta(days=rng.randrange(20))).isoformat(),
            language="de",
            file=f"{d}.txt",
            sha256=sha,
            reprint_of="doc-a" if d == "doc-c" and rng.random() < 0.3 else None,
        )
        for d in documents
    ]
    papers = _corrected(random.Random(seed + 3), papers)
    weapons = [
        _make(
            "weapon_type",
            id="kn-23",
            name="KN-23",
            aliases=[{"name": f"Alias {n}", **place(rng.choice(documents))} for n in range(2)],
        ),
        _make(
            "weapon_type",
            id="kn-23-b",
            name="KN-23 B",
            subtype_of="kn-23",
            known_as=["B"],
            aliases=[{"name": "BB", **place(rng.choice(documents))}],
        ),
    ]
    places = [
        _make("place", id="region", name="Region", kind="region"),
        _make("place", id="town", name="Town", kind="region", within="region"),
        _make("place", id="port", name="Port", kind="region"),
    ]
    stages = (None, None, None, "under-way", "planned", "expected")
    events = [
        _make(
            "deployment",
            id="kp-troops-dispatch-2024",
            name="Dispatch",
            sender="kp",
            host="ru",
            period="2024-10/..",
            stage=rng.choice(stages),
        ),
        _make(
            "deployment",
            id="part",
            name="Part",
            sender="kp",
            host="ru",
            within_event="kp-troops-dispatch-2024",
            stage=rng.choice(stages),
        ),
        _make(
            "deployment",
            id="part-of-part",
            name="Part of part",
            sender="kp",
            host="ru",
            within_event="part",
            weapon_types=["kn-23"],
        ),
        _make(
            "shipment",
            id="arms",
            name="Arms",
            supplier="kp",
            recipient="ru",
            goods="arms",
            period="2024",
            weapon_types=["kn-23-b"],
            stage=rng.choice(("delivered", "delivered", "under-way", "ordered")),
        ),
        _make(
            "shipment",
            id="rockets",
            name="Rockets",
            supplier="kp",
            recipient="ru",
            goods="rockets",
            weapon_types=["kn-23"],
            within_event="arms",
            stage=rng.choice(("delivered", "delivered", "planned")),
        ),
        _make(
            "shipment",
            id="oil",
            name="Oil",
            supplier="ru",
            recipient="kp",
            goods="oil",
            in_return_for=["arms"],
            stage="wanted",
        ),
        _make(
            "use",
            id="strike",
            name="Strike",
            user="ru",
            target="kp",
            weapon_types=["kn-23", "kn-23-b"],
            stage=rng.choice(stages),
            places=["town"],
        ),
        _make("finding", id="debris", name="Debris", supports=["strike"], weapon_types=["kn-23"]),
        _make(
            "voyage", id="crossing", name="Crossing", craft=["boat"], destination="port", shipment=["arms"]
        ),
        _make("payment", id="price", name="Price", payer="ru", payee="kp", in_return_for=["arms"]),
        _make("interdiction", id="catch", name="Catch", by=["kp"], against=["ru"], form="seized"),
        _make("relation", id="ownership", name="Ownership", subject="office", relation="owns", object="boat"),
    ]
    boat = _make("vessel", id="boat", name="Boat")
    abouts = [*(e.id for e in events), "kn-23"]
    speakers = [*(f.id for f in (*states, *outlets, *people, office, *unnamed)), "unknown"]
    claims: list[Any] = []
    tangled = rng.randrange(4, 16)
    ids = [f"claim-{n:02}" for n in range(tangled + deep)]
    for n, id_ in enumerate(ids):
        others = [i for i in (ids if rng.random() < 0.15 else ids[:n]) if i != id_]
        stance = rng.choice((*STANCES, "comments", "no-comment", "retracts", "retracts"))
        side, quantity = side_of(stance), _quantity(rng) if rng.random() < 0.6 else None
        facets = ["who", "what", *(["how-many"] if quantity or side not in SUPPORT else [])]
        answered = rng.choice(others) if others and rng.random() < 0.6 else None
        own = _voices(claims, answered) if stance == "retracts" and rng.random() < 0.8 else None
        voices = own or (rng.sample(speakers[:-1], 2) if rng.random() < 0.15 else [rng.choice(speakers)])
        cited = {
            (c["document"], c["paragraph"], c["start"]): c
            for c in (place(rng.choice(documents)) for _ in range(rng.randrange(1, 4)))
        }
        for citation in cited.values():
            if rng.random() < 0.25:
                citation["wording"] = "etwa so viele"
            if rng.random() < 0.2:
                citation["when"] = "2024-10-09"
            if rng.random() < 0.2:
                citation["quantity"] = _quantity(rng)
        claims.append(
            _make(
                "claim",
                id=id_,
                topic=rng.choice(("troop-numbers", "troop-numbers", "shells")),
                stance=stance,
                **({"speakers": voices} if len(voices) > 1 else {"speaker": voices[0]}),
                facet=rng.choice(facets) if side in FACETED and rng.random() < 0.25 else "whole",
                said=(DAY - timedelta(days=rng.randrange(3))).isoformat(),
                about=rng.choice(abouts),
                mentions=sorted(set(rng.choices(("kn-23", "kn-23-b", "strike"), k=rng.randrange(2)))),
                quantity=quantity,
                place=rng.choice(("town", "port")) if rng.random() < 0.2 else None,
                when="2024-10-01/.." if rng.random() < 0.3 else None,
                hedge=rng.choice(HEDGES),
                relays=(
                    _deeper(rng, ids, n)
                    if n >= tangled
                    else sorted(set(rng.choices(others, k=rng.randrange(3))))
                    if others and rng.random() < 0.7
                    else []
                ),
                answers=[answered] if answered and side in ("against", "doubt", "back") else [],
                paraphrase=f"what {id_} says",
                cited=list(cited.values()),
            )
        )
    claims = _of_papers_too(random.Random(seed + 4), claims, papers)
    return [
        *states,
        *outlets,
        *people,
        office,
        *unnamed,
        *topics,
        *papers,
        *weapons,
        *places,
        boat,
        *events,
        *claims,
    ]


def _corrected(rng: random.Random, papers: list[Any]) -> list[Any]:
    """Let one of the documents be none that we hold, correct or translate another that appeared before."""
    if rng.random() < 0.5:
        return papers
    by_day = sorted(papers, key=lambda paper: (paper.day, paper.id))
    last, before = by_day[-1], by_day[:-1]
    new: dict[str, Any] = {
        "corrects": [rng.choice(before).id],
        "kind": rng.choice(("article", "leaked-paper", "report")),
    }
    if rng.random() < 0.3 and not last.reprint_of:
        new["translates"] = rng.choice(before).id
    if rng.random() < 0.3:
        new |= {"outlet": None, "file": None, "sha256": None}
    return [paper.model_copy(update=new) if paper is last else paper for paper in papers]


def _of_papers_too(rng: random.Random, claims: list[Any], papers: list[Any]) -> list[Any]:
    """Let some claims be about earlier ones or about documents, and some be what a document states."""
    days = {paper.id: paper.day for paper in papers}
    known = {claim.id: min(days[c.document] for c in claim.cited) for claim in claims}
    if rng.random() < 0.5:
        return claims
    changed = []
    for n, claim in enumerate(claims):
        new: dict[str, Any] = {}
        there = [i for i, day in days.items() if day <= known[claim.id]]
        if there and not claim.speakers and rng.random() < 0.15:
            new |= {"speaker": None, "stated_in": rng.choice(there), "firsthand": False}
        if rng.random() < 0.25:
            others = [*there, *(o.id for o in claims[:n] if known[o.id] <= known[claim.id])]
            if others:
                against = side_of(claim.stance) in ("against", "doubt")
                new |= {"about": rng.choice(others), **({"answers": []} if against else {})}
        changed.append(claim.model_copy(update=new))
    return changed


def _deeper(rng: random.Random, ids: list[str], n: int) -> list[str]:
    """Return what a claim in a long chain relays: the one before, at times one more before, or one after."""
    also = {n - 2: 0.25, n - 3: 0.1, min(n + 2, len(ids) - 1): 0.03}
    return sorted({ids[n - 1], *(ids[o] for o, share in also.items() if o != n and rng.random() < share)})


def _voices(claims: list[Any], answered: str | None) -> list[str] | None:
    """Return who spoke the claim that is answered, if that is known."""
    return next((list(c.voices) for c in claims if c.id == answered and c.voices), None)


def _quantity(rng: random.Random) -> dict[str, Any]:
    low = rng.randrange(1, 20)
    bounds: dict[str, Any] = rng.choice(
        (
            {"low": low},
            {"high": low},
            {"low": low, "high": low + 3},
            {"low": low, "high": low},
            {"vague": "several"},
        )
    )
    return {
        **bounds,
        "unit": rng.choice(("soldiers", "shells")),
        "mode": rng.choice(("flow", "stock")),
        "stage": "sent",
        "wording": f"rund {low}",
    }
