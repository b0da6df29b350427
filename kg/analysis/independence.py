"""How many independent speakers may stand behind some claims: between a least and a greatest number.

Topology cannot prove independence, so the answer is an interval. It rests on who speaks at the end of each
chain, on who belongs to whom on the day of the speech, and on what a speaker can witness. What is open goes
into the greatest number and never into the least.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from kg.analysis.belonging import Belonging, Level
from kg.analysis.groups import Groups
from kg.analysis.judged import join, judgements, named
from kg.analysis.uncovered import uncovered
from kg.analysis.voices import WITNESSES, Voice, Why, day_of, kind_of, speaker_of, why_it_counts
from kg.analysis.world import World


class Roots(NamedTuple):
    """An interval of independent roots, and what it counts."""

    least: int
    most: int
    named: tuple[str, ...]
    """Actors that speak under their name, alone or together, and documents that say it themselves."""
    described: tuple[str, ...]
    """Sources that are described but not named."""
    unknown: tuple[str, ...]
    """Claims whose speaker no text names or describes."""
    witnesses: int
    """How many count for certain; `least` is 1 where this is 0 and somebody must have said it.

    Nobody must have said what is only in question or held back: there `least` is 0, too.
    """
    voices: tuple[Voice, ...] = ()
    """Each speaker, and why it counts as it does."""
    capped: bool = False
    """There are fewer reports than speakers that would count for certain."""
    judged: tuple[str, ...] = ()
    """The judgements by which speakers who would count apart count once."""

    def rule(self, level: str) -> str:
        """Return in words how the bounds came about."""
        if not self.most:
            return "no chain ends: loops are no support"
        numbers = {why: sum(voice.why == why for voice in self.voices) for why in WORDS}
        parts = [WORDS[why].format(number, level=level) for why, number in numbers.items() if number]
        if self.judged:
            parts.append(f"counted once in min and max: {named(self.judged)}")
        if self.capped:
            parts.append("no more in min than there are reports")
        if not self.witnesses and self.least:
            parts.append("somebody must have said it, so min is 1")
        return "; ".join(parts)


WORDS: Mapping[Why, str] = {
    "named": "{} named, in min once per state, in max once per {level}",
    "joint": "{} joint, in min unless one of them counts alone",
    "described": "{} described, in min under the body, in max apart",
    "document": "{} document, once in min and max",
    "own voice": "{} outlet's own voice, only in max",
    "compiles": "{} compiling what others reported, only in max",
    "presumes": "{} who only presupposes or expects it, only in max",
    "no body": "{} described without a body, only in max",
    "unknown": "{} unknown, one per document, only in max",
    "in question": "{} of whom it is denied or doubted that it was said, only in max",
    "held back": "{} at the end of chains of which a part is held back, only in max",
}
"""What a number of speakers of one sort does to the bounds."""
NONE = Roots(0, 0, (), (), (), 0)


def count(
    world: World,
    ends: Iterable[str],
    level: Level,
    belonging: Belonging,
    *,
    presuming: Collection[str] = (),
    in_question: Collection[str] = (),
    leaning: Collection[str] = (),
    hidden: Collection[str] = (),
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
    describes, nor claims of which somebody denies or doubts that they were said; such a doubt never raises
    it, even where the one in question belongs to two others. A document that says something
    itself counts once with all that copies it, under its publisher. In the greatest number all
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
        hidden: those of the ends who may pass on another of these where a part of the chains is held back.
        reports: the number of reports, which the least number cannot exceed; None for no such limit.

    Source:
        Lower and upper count as in interval analysis; for why one source behind many reports must not count
        twice, see "circular reporting" in Heuer, Psychology of Intelligence Analysis (1999).
    """
    said: dict[str, list[str]] = {}
    unknown: list[str] = []
    for end in ends:
        speaker = speaker_of(world, end)
        if speaker is None:
            unknown.append(end)
        elif speaker not in leaning:
            said.setdefault(speaker, []).append(end)
    if not said and not unknown:
        return NONE

    presuming = {*presuming, *hidden}

    def heard(presuming: Collection[str], doubted: Collection[str]) -> list[Voice]:
        return [
            Voice(s, tuple(sorted(c)), why_it_counts(world, s, c, belonging, presuming, doubted, hidden))
            for s, c in said.items()
        ]

    voices = heard(presuming, in_question)
    for claims in _by_document(world, unknown):
        voices.append(Voice(None, claims, _why_unknown(world, claims, in_question)))
    voices.sort(key=lambda voice: (voice.speaker is None, voice.speaker or "", voice.claims))
    sure = len(bodies(world, voices, belonging))
    if in_question:  # who falls away may have held two others together
        sure = min(sure, len(bodies(world, heard(presuming - {*in_question}, ()), belonging)))
    least = sure if reports is None else min(sure, reports)
    unnamed = {v.speaker for v in voices if v.speaker and kind_of(world, v.speaker) == "unnamed"}
    floor = int(any(_somebody(voice) for voice in voices))
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


def _somebody(voice: Voice) -> bool:
    """Return whether somebody must have said it; what is held back may have been taken back."""
    return voice.why != "in question" and (voice.why != "held back" or voice.speaker is not None)


def _why_unknown(world: World, claims: Iterable[str], in_question: Collection[str]) -> Why:
    """Return as what counts a speaker whom no text names or describes."""
    if all(world.claims[claim].held_back for claim in claims):
        return "held back"
    return "in question" if all(claim in in_question for claim in claims) else "unknown"


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
    days = {v.speaker: {day_of(world, c) for c in v.claims} for v in voices if v.speaker}
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
    spoken = ((m, day_of(world, c)) for c in voice.claims for m in world.claims[c].speakers)
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
        kind = kind_of(world, voice.speaker) if voice.speaker else "unknown"
        if not voice.speaker:
            unknown += 1
        elif kind == "unnamed":
            described.append(voice.speaker)
        elif kind != "joint":
            named.append(voice.speaker)
            for claim in voice.claims:
                groups.unite(voice.speaker, belonging.lifted(voice.speaker, day_of(world, claim), level))
    join(world, groups)
    tops = {groups.find(actor) for actor in named}
    joint: set[frozenset[str]] = set()
    for voice in voices:
        if voice.speaker and kind_of(world, voice.speaker) == "joint":
            members = world.claims[voice.claims[0]].speakers
            if any(groups.find(member) not in tops for member in members):
                joint.add(frozenset(map(judged.find, members)))
    return len(tops | {groups.find(source) for source in described}) + len(joint) + unknown
