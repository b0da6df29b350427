"""How many independent speakers may stand behind some claims: between a least and a greatest number.

Topology cannot prove independence, so the answer is an interval. It rests on who speaks at the end of each
chain, on who belongs to whom on the day of the speech, and on what a speaker can witness. What is open goes
into the greatest number and never into the least.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from kg.analysis.belonging import EVER, Belonging, Level
from kg.analysis.groups import Groups
from kg.analysis.judged import join, judgements
from kg.analysis.uncovered import uncovered
from kg.analysis.voices import NONE, WITNESSES, Roots, Voice, Why
from kg.analysis.world import World


def count(
    world: World,
    ends: Iterable[str],
    level: Level,
    belonging: Belonging,
    *,
    presuming: Collection[str] = (),
    in_question: Collection[str] = (),
    leaning: Collection[str] = (),
    reports: int | None = None,
) -> Roots:
    """Count the independent speakers of claims that relay nothing.

    In the least number count those who could know: bodies and spokespeople of one state once together, each
    for the body whose role it holds on the day; a joint statement once, and not at all when one of those who
    speak counts already; a source that is described but not named once under the bodies that it is said to
    belong to, and not at all when a named speaker of these roots is such a body or belongs to it (it may be
    the source), nor when another such source sits in a part of that body. Never in the least count an
    outlet's own voice unless it was there (`firsthand`), whoever compiles what others reported, whoever only
    presupposes or expects it, a described source of no known body, and speakers that no text names or
    describes, nor claims of which somebody denies or doubts that they were said. A document that says
    something itself counts once with all that copies it, under its publisher. In the greatest number all
    count: those with a name once each and once together where the level cannot tell them apart, every
    described source alone, and the unknown once per document.

    Those who are judged to be the same count once, in both numbers: what is counted without a judgement is
    put together last, so that a judgement never raises a bound.

    Args:
        world: the actors, claims and documents.
        ends: claims at the ends of chains.
        level: up to where named speakers count as one in the greatest number.
        belonging: of the same world.
        presuming: those of the ends whose claims do not vouch for the whole.
        in_question: those of these of which somebody denies or doubts that they were said.
        leaning: speakers who pass on another of these roots and therefore add none of their own.
        reports: the number of reports, which the least number cannot exceed; None for no such limit.

    Source:
        Lower and upper count as in interval analysis; for why one source behind many reports must not count
        twice, see "circular reporting" in Heuer, Psychology of Intelligence Analysis (1999).
    """
    said: dict[str, list[str]] = {}
    unknown: list[str] = []
    for end in ends:
        speaker = _speaker(world, end)
        if speaker is None:
            unknown.append(end)
        elif speaker not in leaning:
            said.setdefault(speaker, []).append(end)
    if not said and not unknown:
        return NONE
    voices = [
        Voice(s, tuple(sorted(c)), _why(world, s, c, belonging, presuming, in_question))
        for s, c in said.items()
    ]
    for claims in _by_document(world, unknown):
        why: Why = "in question" if all(c in in_question for c in claims) else "unknown"
        voices.append(Voice(None, claims, why))
    voices.sort(key=lambda voice: (voice.speaker is None, voice.speaker or "", voice.claims))
    sure = len(bodies(world, voices, belonging))
    least = sure if reports is None else min(sure, reports)
    unnamed = {v.speaker for v in voices if v.speaker and _kind(world, v.speaker) == "unnamed"}
    floor = int(any(voice.why != "in question" for voice in voices))
    return Roots(
        max(floor, least),
        max(1, least, _most(world, voices, level, belonging)),
        tuple(v.speaker for v in voices if v.speaker and v.speaker not in unnamed),
        tuple(v.speaker for v in voices if v.speaker in unnamed and v.speaker),
        tuple(sorted(unknown)),
        least,
        tuple(voices),
        least < sure,
        _judged(world, voices, level, belonging),
    )


def _kind(world: World, actor: str) -> str:
    known = world.actors.get(actor)
    return known.kind if known else "organization"


def _day(world: World, claim: str) -> date:
    return world.claims[claim].said[1] or EVER


def _speaker(world: World, end: str) -> str | None:
    """Return who speaks: in a reprint, the voice of its outlet is that of the outlet that it prints again.

    A document that copies another one speaks with the voice of that one.
    """
    speaker = world.claims[end].speaker
    if speaker in world.documents and speaker is not None:
        return world.original(speaker)
    known = world.actors.get(speaker) if speaker else None
    if known is None or not known.own_voice:
        return speaker
    documents = [
        d for d in world.printed_in[end] if d in world.documents and world.documents[d].outlet == speaker
    ]
    originals = {world.original(d) for d in documents}
    outlets = {world.documents[d].outlet for d in originals}
    if documents and originals.isdisjoint(documents) and len(outlets) == 1:
        return outlets.pop() or speaker
    return speaker


def _why(
    world: World,
    speaker: str,
    claims: list[str],
    belonging: Belonging,
    presuming: Collection[str],
    in_question: Collection[str],
) -> Why:
    """Return as what a speaker counts: as the best of what it says."""
    if all(claim in presuming for claim in claims):
        return "in question" if all(claim in in_question for claim in claims) else "presumes"
    firm = [claim for claim in claims if claim not in presuming]
    if _kind(world, speaker) == "unnamed":
        return "described" if any(belonging.direct(speaker, _day(world, c)) for c in firm) else "no body"
    joint = _kind(world, speaker) == "joint"
    members = world.claims[claims[0]].speakers if joint else (speaker,)
    if not any(world.claims[claim].firsthand for claim in firm):
        spoken = [(m, _day(world, claim)) for claim in firm for m in members]
        if all(belonging.compiles(*one) for one in spoken):
            return "compiles"
        if all(belonging.own_voice(*one) or belonging.compiles(*one) for one in spoken):
            return "own voice"
    return "joint" if joint else "document" if _kind(world, speaker) == "document" else "named"


def _by_document(world: World, claims: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield the claims that share a document, directly or through others; a reprint is its original."""
    groups = Groups()
    claims = sorted(claims)
    for claim in claims:
        printed = (d for d in world.printed_in[claim] if d in world.documents)
        groups.unite(claim, (f"document {world.original(d)}" for d in printed))
    yield from groups.split(claims)


def bodies(world: World, voices: Iterable[Voice], belonging: Belonging) -> list[tuple[str, ...]]:
    """Return those who could know, together where they may be one; their number is the least number.

    A described source that may be one of the named, and a joint statement of which one counts alone, are in
    no group. What is judged to be the same is put together last.
    """
    voices = [v for v in voices if v.why in WITNESSES]
    if len(voices) == 1:
        return [(v.speaker,) for v in voices if v.speaker]
    days = {v.speaker: {_day(world, c) for c in v.claims} for v in voices if v.speaker}
    groups = Groups()

    def lift(actor: str, days: Iterable[date]) -> None:
        for day in days:
            groups.unite(actor, belonging.lifted(actor, day, "state"))

    named = {v.speaker: days[v.speaker] for v in voices if v.speaker and v.why in ("named", "document")}
    described = {v.speaker: days[v.speaker] for v in voices if v.speaker and v.why == "described"}
    for actor, own in named.items():
        lift(actor, own)
    offices = {s: frozenset(o for d in own for o in belonging.direct(s, d)) for s, own in described.items()}
    free = uncovered(named, described, offices, belonging)
    for source, places in free.items():
        groups.unite(source, places)
        for office in places:
            lift(office, described[source])
    counted = [*named, *free]
    for voice in voices:
        if voice.speaker and voice.why == "joint":
            own = days[voice.speaker]
            members = world.claims[voice.claims[0]].speakers
            behind = {a for m in members for day in own for a in belonging.lifted(m, day, "state")}
            tops = {groups.find(actor) for actor in counted}
            if tops.isdisjoint(groups.find(actor) for actor in behind):
                groups.unite(voice.speaker, behind)
                counted.append(voice.speaker)
    join(world, groups)
    return groups.split(counted)


def actors_behind(world: World, voice: Voice, belonging: Belonging) -> frozenset[str]:
    """Return a speaker, those who speak together, and all that they belong to on the days."""
    spoken = ((m, _day(world, c)) for c in voice.claims for m in world.claims[c].speakers)
    own = [voice.speaker] if voice.speaker else []
    return frozenset(own).union(*({m, *belonging.above(m, day)} for m, day in spoken))


def _judged(world: World, voices: list[Voice], level: Level, belonging: Belonging) -> tuple[str, ...]:
    """Return the judgements that hold voices together; none where they lower no bound."""
    if not world.same:
        return ()
    apart = replace(world, same=())
    if len(bodies(apart, voices, belonging)) == len(bodies(world, voices, belonging)) and (
        _most(apart, voices, level, belonging) == _most(world, voices, level, belonging)
    ):
        return ()
    return judgements(world, (a for v in voices for a in actors_behind(world, v, belonging)))


def _most(world: World, voices: list[Voice], level: Level, belonging: Belonging) -> int:
    """Count everybody who may be somebody else."""
    groups, judged = Groups(), Groups()
    join(world, judged)
    named, described, unknown = [], [], 0
    for voice in voices:
        kind = _kind(world, voice.speaker) if voice.speaker else "unknown"
        if not voice.speaker:
            unknown += 1
        elif kind == "unnamed":
            described.append(voice.speaker)
        elif kind != "joint":
            named.append(voice.speaker)
            for claim in voice.claims:
                groups.unite(voice.speaker, belonging.lifted(voice.speaker, _day(world, claim), level))
    join(world, groups)
    tops = {groups.find(actor) for actor in named}
    joint: set[frozenset[str]] = set()
    for voice in voices:
        if voice.speaker and _kind(world, voice.speaker) == "joint":
            members = world.claims[voice.claims[0]].speakers
            if any(groups.find(member) not in tops for member in members):
                joint.add(frozenset(map(judged.find, members)))
    return len(tops | {groups.find(source) for source in described}) + len(joint) + unknown
