"""Why a verdict is what it is, in plain sentences: what counts, what perhaps, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from kg.analysis.independence import actors_behind, bodies
from kg.analysis.judged import judgements
from kg.analysis.live_claims import SUPPORT
from kg.analysis.saying import Saying, Value
from kg.analysis.status import Standing, standing
from kg.analysis.voices import Voice
from kg.analysis.votes import Ballots, Votes
from kg.analysis.world import World
from kg.errors import agreed
from kg.model.weighing import WHOLE

Part = Literal["verdict", "in min", "only in max", "adds no root", "against", "left out", "grade"]
GRADES = {1: "confirmed", 2: "probably true", 3: "possibly true", 4: "doubtful", 5: "improbable"}
"""The Admiralty scale in words."""
SOMEBODY = "Somebody whom no text names"


class Sentence(NamedTuple):
    """One sentence of the account, and the claims it speaks of."""

    part: Part
    said: Saying
    claims: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The sentence in English."""
        return self.said.text


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
        Sentence("grade", Saying("{rule}.", {"rule": verdict.rule})),
    ]
    merged: dict[tuple[Part, str], Sentence] = {}
    for sentence in sentences:
        key = sentence.part, sentence.text
        before = merged[key].claims if key in merged else ()
        merged[key] = sentence._replace(claims=(*before, *sentence.claims))
    return list(merged.values())


def _verdict(world: World, verdict: Standing) -> Iterator[Sentence]:
    thing, grade, roots = world.things[verdict.event], verdict.credibility, verdict.roots
    told: dict[str, Value] = {"event": thing.name, "status": verdict.status}
    if grade is None:
        yield Sentence("verdict", Saying("{event}: {status}, its credibility cannot be judged.", told))
    else:
        told |= {"n": grade, "grade": GRADES[grade]}
        yield Sentence("verdict", Saying("{event}: {status}, credibility {n} ({grade}).", told))
    if thing.stage:
        yield Sentence("verdict", Saying("Alleged stage: {stage}.", {"stage": thing.stage}))
    if not roots.most:
        text = "No root: nobody whose words lead to an end asserts or expects it."
        yield Sentence("verdict", Saying(text))
    else:
        many = "roots" if roots.most > 1 else "root"
        text = f"At least {{least}} and at most {{most}} independent {many}."
        yield Sentence("verdict", Saying(text, {"least": roots.least, "most": roots.most}))


def _roots(ballots: Ballots, verdict: Standing) -> Iterator[Sentence]:
    world, voices = ballots.world, verdict.roots.voices
    said = {voice.speaker: voice.claims for voice in voices}
    groups = bodies(world, voices, ballots.belonging)
    for group in groups:
        who = {"who": tuple(world.name(speaker) for speaker in group)}
        claims = tuple(c for speaker in group for c in said[speaker])
        own = [voice for voice in voices if voice.speaker in group]
        if len(group) == 1:
            yield Sentence("in min", Saying(_counts(world, group[0]), who), claims)
        elif len(bodies(replace(world, same=()), own, ballots.belonging)) > 1:
            behind = (a for voice in own for a in actors_behind(world, voice, ballots.belonging))
            told = {**who, "judgements": judgements(world, behind)}
            text = "{who}: counted once: judged the same (judgement {judgements})."
            yield Sentence("in min", Saying(text, told), claims)
        else:
            text = "{who}: once together, since they speak for one state or body, or may be one source."
            yield Sentence("in min", Saying(text, who), claims)
    if verdict.roots.capped:
        text = "No more in the least number than there are reports (one teller in one document)."
        yield Sentence("in min", Saying(text))
    if verdict.roots.least and not verdict.roots.witnesses:
        yield Sentence("in min", Saying("Somebody must have said it, so the least number is 1."))
    counted = {speaker for group in groups for speaker in group}
    for voice in voices:
        if voice.speaker is None or voice.speaker not in counted:
            name = world.name(voice.speaker) if voice.speaker else SOMEBODY
            yield Sentence("only in max", _why(world, voice, name), voice.claims)


def _counts(world: World, speaker: str) -> str:
    kind = world.actors[speaker].kind if speaker in world.actors else "organization"
    return {
        "joint": "{who}: one joint statement, counted once.",
        "document": "{who}: the document itself says it, counted once.",
        "unnamed": "{who}: described but not named, counted under its body.",
    }.get(kind, "{who}: under its own name.")


def _why(world: World, voice: Voice, name: str) -> Saying:
    said = [world.claims[c] for c in voice.claims]
    facets = tuple(sorted({c.facet for c in said if c.facet != WHOLE}))
    presuming = (
        "{who}: it only expects it."
        if all(c.side == "ahead" for c in said)
        else "{who}: it asserts only a facet of it ({facets})."
        if facets
        else "{who}: it passes on what does not vouch for it."
    )
    form = {
        "named": "{who}: one of its body counts already.",
        "joint": "{who}: one of those who speak together counts already.",
        "described": "{who}: it may be one of those who count already.",
        "document": "{who}: who stands behind this document counts already.",
        "in question": "{who}: that it was said, or is real, is denied or doubted.",
        "own voice": "{who}: an outlet's own voice witnesses nothing unless it says that it was there.",
        "compiles": "{who}: it gathers what others reported.",
        "presumes": presuming,
        "no body": "{who}: it is described, but of no known body.",
        "unknown": "{who}: a speaker of whom nothing is known may be anybody, once per document.",
        "held back": "{who}: a part of the chains is held back, and what ends there may be another's word.",
    }[voice.why]
    return Saying(form, {"who": name, "facets": facets})


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
        whom = tuple("a source that no text names" if name == "?" else name for name in sources)
        told: dict[str, Value] = {"who": world.name(speaker), "whom": whom}
        yield Sentence("adds no root", Saying("{who}: passing on {whom}.", told), tuple(claims))
    for claim in votes.wavering:
        name = world.name(world.claims[claim].speaker)
        text = "{who} asserts it and elsewhere doubts or does not confirm it: that counts as not confirming."
        yield Sentence("adds no root", Saying(text, {"who": name}), (claim,))
    if votes.circular:
        text = "Some claims only pass each other on in a circle, which supports nothing."
        yield Sentence("adds no root", Saying(text), votes.circular)


def _against(ballots: Ballots, event: str, votes: Votes) -> Iterator[Sentence]:
    world = ballots.world
    for claim in (*votes.denying, *votes.doubting):
        yield Sentence("against", _travelled(ballots, event, claim), (claim,))
    for claim in votes.partly:
        about = world.claims[claim].about
        part = world.things[about].name if about in world.things else about
        text = "{who}: {stance} a part of it ({part}); denied in part."
        yield Sentence("against", Saying(text, {**_who(world, claim), "part": part}), (claim,))
    for claim in votes.facets:
        told = {**_who(world, claim), "facets": world.claims[claim].facet}
        text = "{who}: {stance} a facet only ({facets}), not the event."
        yield Sentence("against", Saying(text, told), (claim,))


def _who(world: World, claim: str) -> dict[str, Value]:
    return {"who": _name(world, claim), "stance": world.claims[claim].stance}


def _travelled(ballots: Ballots, event: str, claim: str) -> Saying:
    """Say what a denial or doubt says, and by which way it stands against this event."""
    world, who = ballots.world, _who(ballots.world, claim)
    about, larger = world.claims[claim].about, ballots.above(event)[1:]
    answered = [c for c in world.answers.get(claim, ()) if world.claims[c].side in SUPPORT]
    direct = tuple(sorted({_name(world, c) for c in answered if world.claims[c].about == event}))
    if about != event and direct:
        return Saying("{who}: {stance} it, in answer to what is said by {whom}.", {**who, "whom": direct})
    if about != event and about in larger:
        told = {**who, "whole": world.things[about].name}
        return Saying("{who}: {stance} the larger event ({whole}), and so its parts.", told)
    for other in answered:
        whole = world.claims[other].about
        if about != event and whole in larger:
            told = {**who, "whole": world.things[whole].name, "whom": _name(world, other)}
            return Saying(
                "{who}: {stance} the larger event ({whole}), in answer to what is said by {whom}, and so its"
                " parts.",
                told,
            )
    return Saying("{who}: {stance} it.", who)


def _name(world: World, claim: str) -> str:
    name = world.name(world.claims[claim].speaker)
    return SOMEBODY if name == "?" else name


def _left_out(ballots: Ballots, event: str, votes: Votes) -> Iterator[Sentence]:
    """Say which claims about it are no votes."""
    claims = [ballots.world.claims[c] for c in ballots.about.get(event, ())]
    remarks = tuple(c.id for c in claims if c.side == "aside" and not ballots.taken_back(c.id))
    if remarks:
        many = agreed(len(remarks), "1 remark", "{n} remarks")
        text = f"{many} around it, by which nobody vouches for anything."
        yield Sentence("left out", Saying(text, {"n": len(remarks)}), remarks)
    gone = tuple(c.id for c in claims if ballots.taken_back(c.id))
    if gone:
        names = tuple(sorted({_name(ballots.world, c) for c in gone}))
        yield Sentence("left out", Saying("{who}: taken back.", {"who": names}), gone)
