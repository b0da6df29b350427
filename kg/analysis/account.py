"""Why a verdict is what it is, in plain sentences: what counts, what perhaps, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from kg.analysis.independence import Voice, bodies
from kg.analysis.live_claims import SUPPORT
from kg.analysis.status import Standing, standing
from kg.analysis.votes import Ballots, Votes
from kg.analysis.world import World
from kg.english import number_of
from kg.model.stances import STANCES
from kg.model.weighing import WHOLE

Part = Literal["verdict", "in min", "only in max", "adds no root", "against", "left out", "grade"]
GRADES = {1: "confirmed", 2: "probably true", 3: "possibly true", 4: "doubtful", 5: "improbable"}
"""The Admiralty scale in words."""


class Sentence(NamedTuple):
    """One sentence of the account, and the claims it speaks of."""

    part: Part
    text: str
    claims: tuple[str, ...]


def account(ballots: Ballots, event: str) -> list[Sentence]:
    """Say why an event stands as it does.

    Args:
        ballots: of the graph, as known on the day asked for.
        event: id of an event.

    Returns:
        First the verdict and the bounds; then which roots count in the least number and why, which only in
        the greatest, who adds none, what speaks against it and from where that came, what was left out, and
        the rule of the grade.

    Example:
        >>> from kg.analysis.world import small_world
        >>> [s.text for s in account(Ballots(small_world("a")), "e")][:2]
        ['event e: supported, credibility 3 (possibly true).', 'At least 1 and at most 1 independent root.']
    """
    world, votes = ballots.world, ballots.of(event)
    verdict = standing(ballots, event, votes)
    sentences = [
        *_verdict(world, verdict),
        *_roots(ballots, verdict),
        *_adding_none(ballots, votes, verdict),
        *_against(ballots, event, votes),
        *_left_out(ballots, event, votes),
        Sentence("grade", f"{verdict.rule[:1].upper()}{verdict.rule[1:]}.", ()),
    ]
    merged: dict[tuple[Part, str], tuple[str, ...]] = {}
    for part, text, claims in sentences:
        merged[part, text] = (*merged.get((part, text), ()), *claims)
    return [Sentence(part, text, claims) for (part, text), claims in merged.items()]


def _verdict(world: World, verdict: Standing) -> Iterator[Sentence]:
    thing = world.things[verdict.event]
    stage = f" Alleged stage: {thing.stage}." if thing.stage else ""
    grade = (
        "its credibility cannot be judged"
        if verdict.credibility is None
        else f"credibility {verdict.credibility} ({GRADES[verdict.credibility]})"
    )
    yield Sentence("verdict", f"{thing.name}: {verdict.status}, {grade}.{stage}", ())
    roots = verdict.roots
    if roots.most:
        many = "roots" if roots.most > 1 else "root"
        text = f"At least {roots.least} and at most {roots.most} independent {many}."
        yield Sentence("verdict", text, ())
    else:
        yield Sentence("verdict", "No root: nobody whose words lead to an end asserts or expects it.", ())


def _roots(ballots: Ballots, verdict: Standing) -> Iterator[Sentence]:
    world, voices = ballots.world, verdict.roots.voices
    said = {voice.speaker: voice.claims for voice in voices}
    groups = bodies(world, voices, ballots.belonging)
    for group in groups:
        names = _listed([world.name(speaker) for speaker in group])
        claims = tuple(c for speaker in group for c in said[speaker])
        if len(group) == 1:
            yield Sentence("in min", f"{names}: {_counts(world, group[0])}.", claims)
        else:
            text = f"{names}: once together, since they speak for one state or body, or may be one source."
            yield Sentence("in min", text, claims)
    if verdict.roots.capped:
        text = "No more in the least number than there are reports (one teller in one document)."
        yield Sentence("in min", text, ())
    if verdict.roots.most and not verdict.roots.witnesses:
        yield Sentence("in min", "Somebody must have said it, so the least number is 1.", ())
    counted = {speaker for group in groups for speaker in group}
    for voice in voices:
        if voice.speaker is None or voice.speaker not in counted:
            who = world.name(voice.speaker) if voice.speaker else "Somebody whom no text names"
            yield Sentence("only in max", f"{who}: {_why(world, voice)}.", voice.claims)


def _counts(world: World, speaker: str) -> str:
    kind = world.actors[speaker].kind if speaker in world.actors else "organization"
    if kind == "joint":
        return "one joint statement, counted once"
    return "described but not named, counted under its body" if kind == "unnamed" else "under its own name"


def _why(world: World, voice: Voice) -> str:
    said = [world.claims[c] for c in voice.claims]
    facets = sorted({c.facet for c in said if c.facet != WHOLE})
    presuming = (
        "it only expects it"
        if all(c.side == "ahead" for c in said)
        else f"it asserts only a facet of it ({_listed(facets)})"
        if facets
        else "it passes on what does not vouch for it"
    )
    return {
        "named": "one of its body counts already",
        "joint": "one of those who speak together counts already",
        "described": "it may be one of those who count already",
        "own voice": "an outlet's own voice witnesses nothing unless it says that it was there",
        "compiles": "it gathers what others reported",
        "presumes": presuming,
        "no body": "it is described, but of no known body",
        "unknown": "a speaker of whom nothing is known may be anybody, once per document",
    }[voice.why]


def _adding_none(ballots: Ballots, votes: Votes, verdict: Standing) -> Iterator[Sentence]:
    """Say who supports it without adding a root."""
    world = ballots.world
    counted = {voice.speaker for voice in verdict.roots.voices}
    telling: dict[str, list[str]] = {}
    for claim in votes.supporting:
        speaker = world.claims[claim].speaker
        if speaker is not None and speaker not in counted and claim not in votes.circular:
            telling.setdefault(speaker, []).append(claim)
    for speaker, claims in sorted(telling.items()):
        ends = {e for c in claims for e in ballots.ends([c])[c]} - set(claims)
        sources = sorted({world.name(world.claims[e].speaker) for e in ends})
        whom = _listed(["a source that no text names" if name == "?" else name for name in sources])
        yield Sentence("adds no root", f"{world.name(speaker)}: passing on {whom}.", tuple(claims))
    for claim in votes.wavering:
        name = world.name(world.claims[claim].speaker)
        text = (
            f"{name} asserts it and elsewhere doubts or does not confirm it: that counts as not confirming."
        )
        yield Sentence("adds no root", text, (claim,))
    if votes.circular:
        text = "Some claims only pass each other on in a circle, which supports nothing."
        yield Sentence("adds no root", text, votes.circular)


def _against(ballots: Ballots, event: str, votes: Votes) -> Iterator[Sentence]:
    world = ballots.world
    for claim in (*votes.denying, *votes.doubting):
        yield Sentence("against", f"{_name(world, claim)}: {_travelled(ballots, event, claim)}.", (claim,))
    for claim in votes.partly:
        about = world.claims[claim].about
        part = world.things[about].name if about in world.things else about
        text = f"{_name(world, claim)}: {_verb(world, claim)} a part of it ({part}); denied in part."
        yield Sentence("against", text, (claim,))
    for claim in votes.facets:
        facet = world.claims[claim].facet
        text = f"{_name(world, claim)}: {_verb(world, claim)} a facet only ({facet}), not the event."
        yield Sentence("against", text, (claim,))


def _verb(world: World, claim: str) -> str:
    return STANCES[world.claims[claim].stance].words["en"].verb


def _travelled(ballots: Ballots, event: str, claim: str) -> str:
    """Say what a denial or doubt says, and by which way it stands against this event."""
    world = ballots.world
    about, verb = world.claims[claim].about, _verb(world, claim)
    larger = ballots.above(event)[1:]
    answered = [c for c in world.answers.get(claim, ()) if world.claims[c].side in SUPPORT]
    if about == event:
        return f"{verb} it"
    direct = [c for c in answered if world.claims[c].about == event]
    if direct:
        whom = _listed(sorted({_name(world, c) for c in direct}))
        return f"{verb} it, in answer to what is said by {whom}"
    if about in larger:
        return f"{verb} the larger event ({world.things[about].name}), and so its parts"
    for other in answered:
        whole = world.claims[other].about
        if whole in larger:
            return (
                f"{verb} the larger event ({world.things[whole].name}), in answer to what is said by"
                f" {_name(world, other)}, and so its parts"
            )
    return f"{verb} it"


def _name(world: World, claim: str) -> str:
    name = world.name(world.claims[claim].speaker)
    return "Somebody whom no text names" if name == "?" else name


def _left_out(ballots: Ballots, event: str, votes: Votes) -> Iterator[Sentence]:
    """Say which claims about it are no votes."""
    claims = [ballots.world.claims[c] for c in ballots.about.get(event, ())]
    remarks = tuple(c.id for c in claims if c.side == "aside" and not ballots.taken_back(c.id))
    if remarks:
        yield Sentence(
            "left out",
            f"{number_of(len(remarks), 'remark')} around it, by which nobody vouches for anything.",
            remarks,
        )
    gone = tuple(c.id for c in claims if ballots.taken_back(c.id))
    if gone:
        names = _listed(sorted({_name(ballots.world, c) for c in gone}))
        yield Sentence("left out", f"{names}: taken back.", gone)


def _listed(names: list[str]) -> str:
    """Return names in a row.

    Example:
        >>> _listed(["A", "B", "C"])
        'A, B and C'
    """
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
