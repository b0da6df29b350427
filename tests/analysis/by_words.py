"""Votes, roots and verdicts counted slowly, by the words of the rules, to hold the program against.

Nothing here is shared with the program but the world itself: sets are built by walking everything.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from kg.analysis.belonging import Level
from kg.analysis.world import Claim, World

LOOSE = ("possible", "conditional")
WITNESSES = ("named", "joint", "described", "document")


def taken_back(world: World) -> set[str]:
    """Claims that all their speakers took back, or that were printed only in what was corrected by then."""
    found = set()
    wrong: dict[str, set[tuple[str, date]]] = {}
    for retraction in world.claims.values():
        answered = {*world.answers.get(retraction.id, ()), retraction.about} & world.claims.keys()
        for claim in answered - {retraction.id} if retraction.side == "back" else ():
            spoken = {*world.claims[claim].speakers}
            if spoken and spoken <= {*retraction.speakers}:
                found.add(claim)
            for document in map(world.documents.__getitem__, world.printed_in[retraction.id]):
                wrong.setdefault(claim, set()).update((d, document.published) for d in document.corrects)
    for claim, corrected in wrong.items():
        for day in {day for _, day in corrected}:
            printed = [d for d in world.printed_in[claim] if world.documents[d].published <= day]
            by_then = {d for d, when in corrected if when <= day}
            if printed and all(copied(world, d) & by_then for d in printed):
                found.add(claim)
    return found


def copied(world: World, document: str) -> set[str]:
    """A document, what it prints again or translates, what that does, and so on."""
    found = {document}
    while (more := {world.documents[d].reprint_of for d in found} & world.documents.keys()) - found:
        found |= {str(d) for d in more}
    return found


def in_question(world: World, claim: str) -> bool:
    """Whether somebody denies or doubts that it was said, or that all that prints or states it is real."""
    gone = taken_back(world)
    about = {
        c.about
        for c in world.claims.values()
        if c.side in ("against", "doubt") and c.id not in gone and ends(world, c.id)
    }
    speaker = world.claims[claim].speaker
    stated = copied(world, speaker) if speaker in world.documents and speaker else set()
    printed = {*world.printed_in[claim]}
    return bool(({claim} | stated) & about) or all(copied(world, d) & about for d in printed)


def reach(world: World, claim: str) -> set[str]:
    """Every claim on a chain from here, by walking all paths."""
    found = {claim}
    while more := {o for c in found for o in world.relays.get(c, ())} - found:
        found |= more
    return found


def ends(world: World, claim: str) -> set[str]:
    """Where the chains of a claim end, without what was taken back."""
    return {c for c in reach(world, claim) if c not in world.relays} - taken_back(world)


def wholes(world: World, thing: str) -> list[str]:
    """A thing and the larger events that it is a part of."""
    found = [thing]
    while (known := world.things.get(found[-1])) and known.within and known.within not in found:
        found.append(known.within)
    return found


def above(world: World, actor: str, day: date) -> set[str]:
    """All that an actor belongs to on a day."""
    found: set[str] = set()
    while more := {m.actor for a in (actor, *found) for m in world.actors[a].part_of if m.holds(day)} - found:
        found |= more
    return found - {actor}


def lifted(world: World, actor: str, day: date, level: Level) -> set[str]:
    """The actor, and what it cannot be told apart from at a level."""
    if level == "person":
        return {actor}
    found, todo = set(), [actor]
    while todo:
        below = todo.pop()
        for m in world.actors[below].part_of:
            ends_here = world.actors[below].kind == "state" and not (
                level == "state" and world.actors[m.actor].kind == "state"
            )
            if m.holds(day) and m.actor not in found and not ends_here:
                found.add(m.actor)
                todo.append(m.actor)
    if level == "organization":
        found = {a for a in found if world.actors[a].kind == "organization"}
    return {actor} | found


def merged(sets: Iterable[set[str]]) -> list[set[str]]:
    """Sets that share nothing: those that touch are one."""
    found: list[set[str]] = []
    for new in sets:
        touching = [m for m in found if m & new]
        found = [m for m in found if not m & new] + [set(new).union(*touching)]
    return found


class Votes(NamedTuple):
    """What the claims do to a thing, as sets of ids."""

    vouching: set[str]
    presuming: set[str]
    expecting: set[str]
    wavering: set[str]
    denying: set[str]
    doubting: set[str]
    partly: set[str]
    facets: set[str]

    @property
    def asserting(self) -> set[str]:
        return self.vouching | self.presuming


def votes(world: World, thing: str) -> Votes:
    """Who vouches, presupposes, expects, wavers, denies and doubts."""
    gone, larger = taken_back(world), wholes(world, thing)

    def stands(claim: Claim) -> bool:
        return claim.id not in gone and bool(ends(world, claim.id))

    def aims(claim: Claim) -> set[str]:
        answered = [world.claims[c] for c in world.answers.get(claim.id, ())]
        return {claim.about} | {c.about for c in answered if c.side in ("for", "ahead")}

    def ahead(event: str) -> bool:
        return event in world.things and world.things[event].ahead

    against = [c for c in world.claims.values() if c.side in ("against", "doubt") and stands(c)]
    whole = [c for c in against if c.facet == "whole" and aims(c) & {*larger}]
    denying = {c.id for c in whole if c.side == "against"}
    doubting = {c.id for c in whole if c.side == "doubt"}
    doubters = {world.claims[c].speaker for c in doubting} - {None}
    found = Votes(set(), set(), set(), set(), denying, doubting, set(), set())
    for c in against:
        if c.facet != "whole" and thing in aims(c):
            found.facets.add(c.id)
        parts = {event for event in aims(c) if thing in wholes(world, event)[1:]}
        if c.side == "against" and c.facet != "how-many" and parts and c.id not in denying:
            found.partly.add(c.id)
    for c in world.claims.values():
        part = thing in wholes(world, c.about)[1:]
        bears = c.about == thing or (part and c.side == "for" and (ahead(thing) or not ahead(c.about)))
        if c.side not in ("for", "ahead") or not bears or not stands(c):
            continue
        if c.side == "ahead":
            found.expecting.add(c.id)
        elif c.speaker in doubters:
            found.wavering.add(c.id)
        elif (
            c.facet == "whole"
            and not in_question(world, c.id)
            and any(world.claims[e].side == "for" and not in_question(world, e) for e in ends(world, c.id))
        ):
            found.vouching.add(c.id)
        else:
            found.presuming.add(c.id)
    return found


class Counted(NamedTuple):
    """Least and most, how many are certain, and each speaker with the claims and the reason."""

    least: int
    most: int
    witnesses: int
    voices: list[tuple[str | None, set[str], str]]


def count(world: World, thing: str, level: Level = "person", *, firm_only: bool = False) -> Counted:
    """Count the roots of a thing, least and most."""
    return _count(world, votes(world, thing), level, firm_only)


def _count(world: World, cast: Votes, level: Level, firm_only: bool) -> Counted:
    certain = cast.vouching if cast.asserting else cast.expecting
    all_of = cast.asserting | cast.expecting
    if firm_only:
        certain = all_of = {c for c in certain if world.claims[c].hedge not in LOOSE}
    sides = ("for",) if cast.asserting else ("for", "ahead")
    doubters = {s for c in cast.doubting for s in world.claims[c].speakers}
    behind: dict[str, set[str]] = {}
    for c in all_of:
        own = {e for e in ends(world, c) if _supports(world, e)} or _last(world, c)
        behind[c] = {
            e
            for e in own
            if not (
                world.claims[e].side == "for"
                and world.claims[e].speakers
                and {*world.claims[e].speakers} <= doubters
            )
        }
    reached = {e for own in behind.values() for e in own}
    firm = {
        e
        for c in certain
        for e in ends(world, c) & reached
        if world.claims[e].side in sides
        and world.claims[e].facet == "whole"
        and not in_question(world, e)
        and not (firm_only and world.claims[e].hedge in LOOSE)
    }
    return _counted(world, behind, reached, firm, all_of, level)


def _supports(world: World, claim: str) -> bool:
    return world.claims[claim].side in ("for", "ahead")


def _last(world: World, claim: str) -> set[str]:
    """The last claims on its chains that still support the thing, when what they pass on does not."""
    live = {c for c in world.claims if _supports(world, c)} - taken_back(world)
    told = {c: {*world.relays.get(c, ())} & live for c in world.claims}
    found = {claim}
    while more := {o for c in found for o in told[c]} - found:
        found |= more
    return {c for c in found if not told[c]} or {claim}


def _counted(
    world: World,
    behind: dict[str, set[str]],
    reached: set[str],
    firm: set[str],
    all_of: set[str],
    level: Level,
) -> Counted:
    dropped = _leaning(world, behind, reached)
    said: dict[str, set[str]] = {}
    for e in reached:
        speaker = _voice(world, e)
        if speaker is not None and speaker not in dropped:
            said.setdefault(speaker, set()).add(e)
    unknown = merged(
        {e, *(f"in {world.original(d)}" for d in world.printed_in[e])}
        for e in reached
        if world.claims[e].speaker is None
    )
    voices: list[tuple[str | None, set[str], str]] = [
        (s, said[s], _why(world, s, said[s], said[s] & firm)) for s in sorted(said)
    ]
    for group in unknown:
        open_ = all(in_question(world, e) for e in group & reached)
        voices.append((None, group & reached, "in question" if open_ else "unknown"))
    if not voices:
        return Counted(0, 0, 0, [])
    certain = _certain(world, {s: c for s, c, why in voices if s and why in WITNESSES})
    if doubted := {e for e in reached if in_question(world, e)}:  # a doubt that they spoke never adds a root
        why = {s: _why(world, s, said[s], said[s] & (firm | doubted)) for s in said}
        certain = min(certain, _certain(world, {s: said[s] for s in said if why[s] in WITNESSES}))
    told = {(who, world.original(document)) for who, document in reports(world, all_of)}
    witnesses = min(certain, len(told))
    most = max(_most(world, said, level) + len(unknown), witnesses, 1)  # never below what is certain
    somebody = any(why != "in question" for _, _, why in voices)
    return Counted(max(witnesses, int(somebody)), most, witnesses, voices)


def reports(world: World, claims: set[str]) -> set[tuple[str, str]]:
    """One for each teller and document; bare words of a source do not count where they are retold."""
    return {
        (world.claims[c].speaker or c, d)
        for c in claims
        for d in world.printed_in[c]
        if c in world.relays
        or not any(c in _behind(world, o) and d in world.printed_in[o] and o != c for o in claims)
    }


def _behind(world: World, claim: str) -> set[str]:
    """What a claim passes on, at any remove."""
    found: set[str] = set()
    while more := {o for c in (claim, *found) for o in world.relays.get(c, ())} - found:
        found |= more
    return found


def _day(claim: Claim) -> date:
    return claim.said[1] or date.max


def _voice(world: World, end: str) -> str | None:
    """Who speaks: an outlet that only prints another's document again is the voice of that one.

    Not so an outlet that others quote. A document that copies another one is the voice of that one, too.
    """
    speaker = world.claims[end].speaker
    if speaker in world.documents and speaker:
        return world.original(speaker)
    if speaker is None or not world.actors[speaker].own_voice:
        return speaker
    own = [*world.printed_in[end]]
    if {world.documents[d].outlet for d in own} - {speaker}:
        return speaker
    first = {world.original(d) for d in own}
    outlets = {world.documents[d].outlet for d in first}
    return next(iter(outlets)) or speaker if own and len(outlets) == 1 and not first & {*own} else speaker


def _leaning(world: World, behind: dict[str, set[str]], reached: set[str]) -> set[str]:
    """Who has another of the roots, not of the same state, from its own lips; of a circle one is left."""
    speaking = {world.claims[e].speaker for e in reached}
    on: dict[str, set[str]] = {}
    for c, own in behind.items():
        teller = world.claims[c].speaker
        if teller is None or teller not in speaking:
            continue
        for e in own:
            source = world.claims[e].speaker
            mine, its = (
                lifted(world, s, _day(world.claims[i]), "state") if s else set()
                for s, i in ((teller, c), (source, e))
            )
            if teller != source and not mine & its:
                on.setdefault(teller, set()).add(source or f"? {e}")
    further = {s: {*others} for s, others in on.items()}
    for _ in on:
        for others in further.values():
            others |= {x for o in tuple(others) for x in further.get(o, ())}
    return {
        teller
        for teller, others in further.items()
        if any(teller not in further.get(o, ()) for o in others) or teller != min({teller, *others})
    }


def _why(world: World, speaker: str, every: set[str], firm: set[str]) -> str:
    """As what a speaker counts."""
    actor = world.actors[speaker]
    said = [world.claims[e] for e in firm]
    if not said:
        return "in question" if all(in_question(world, e) for e in every) else "presumes"
    if actor.kind == "unnamed":
        known = any(m.holds(_day(c)) for c in said for m in actor.part_of)
        return "described" if known else "no body"
    members = [m.actor for m in actor.part_of] if actor.kind == "joint" else [speaker]
    if not any(c.firsthand for c in said):
        outlets, registers = [], []
        for claim in said:
            for member in members:
                person = world.actors[member].kind == "person"
                whom = {member, *(above(world, member, _day(claim)) if person else ())}
                named = world.actors[member].kind != "unnamed"
                outlets.append(named and any(world.actors[a].own_voice for a in whom))
                registers.append(named and any(world.actors[a].compiles for a in whom))
        if all(registers):
            return "compiles"
        if all(one or other for one, other in zip(outlets, registers, strict=True)):
            return "own voice"
    return actor.kind if actor.kind in ("joint", "document") else "named"


def _certain(world: World, said: dict[str, set[str]]) -> int:
    """How many of the witnesses are different for certain."""
    days = {s: {_day(world.claims[c]) for c in claims} for s, claims in said.items()}
    kinds = {s: world.actors[s].kind for s in said}
    named = [s for s in said if kinds[s] not in ("unnamed", "joint")]
    taken = {x for s in named for d in days[s] for x in {s} | above(world, s, d)}
    offices = {
        s: {m.actor for d in days[s] for m in world.actors[s].part_of if m.holds(d)}
        for s in said
        if kinds[s] == "unnamed"
    }
    free = {s for s, places in offices.items() if not places & taken}
    up = {s: {x for d in days[s] for o in offices[s] for x in above(world, o, d)} for s in free}
    alone = {s for s in free if not any(offices[s] & up[o] and not offices[o] & up[s] for o in free - {s})}
    groups = [{x for d in days[s] for x in lifted(world, s, d, "state")} for s in named]
    groups += [
        {s} | {x for d in days[s] for o in offices[s] for x in lifted(world, o, d, "state")} for s in alone
    ]
    groups = merged(groups)
    for s in sorted(s for s in said if kinds[s] == "joint"):
        members = [m.actor for m in world.actors[s].part_of]
        together = {x for d in days[s] for m in members for x in lifted(world, m, d, "state")}
        if not any(group & together for group in groups):
            groups.append(together)
    return _with_judgements(world, groups)


def _with_judgements(world: World, groups: list[set[str]]) -> int:
    """How many groups are left when what is judged to be the same is put together, too."""
    whole = merged([*groups, *({judged.one, judged.other} for judged in world.same)])
    return sum(any(group <= all_of_it for group in groups) for all_of_it in whole)


def _most(world: World, said: dict[str, set[str]], level: Level) -> int:
    """How many may be different; the speakers that no text names or describes are added by the caller."""
    kinds = {s: world.actors[s].kind for s in said}
    groups = merged(
        {x for c in said[s] for x in lifted(world, s, _day(world.claims[c]), level)}
        for s in said
        if kinds[s] not in ("unnamed", "joint")
    )
    pairs = [{judged.one, judged.other} for judged in world.same]
    whole = merged([*groups, *pairs])
    counted = {x for all_of_it in whole if any(g <= all_of_it for g in groups) for x in all_of_it}
    one = {x: min(group) for group in merged(pairs) for x in group}
    new = {
        frozenset(one.get(m.actor, m.actor) for m in world.actors[s].part_of)
        for s in said
        if kinds[s] == "joint" and any(m.actor not in counted for m in world.actors[s].part_of)
    }
    described = [{s} for s, kind in kinds.items() if kind == "unnamed"]
    return _with_judgements(world, [*groups, *described]) + len(new)


def verdict(world: World, thing: str) -> tuple[str, int | None]:
    """Status and credibility of an event."""
    cast, counted = votes(world, thing), count(world, thing)
    asserted = cast.asserting | cast.wavering
    may_know = any(why in (*WITNESSES, "no body") for _, _, why in counted.voices)
    firm = [c for c in cast.vouching if world.claims[c].hedge not in LOOSE]
    if cast.denying:
        word = "disputed" if asserted or cast.expecting else "denied"
    elif asserted and (cast.doubting or not cast.asserting):
        word = "unconfirmed"
    elif asserted and world.things[thing].ahead:
        word = "expected"
    elif asserted:
        word = "supported" if firm else "unconfirmed"
    else:
        word = "expected" if cast.expecting else "unknown"
    if word == "denied":
        return word, 5
    if word in ("expected", "unknown") or not asserted or not may_know:
        return word, None
    several = counted.witnesses >= 2
    independent = cast.denying and not _speaking(world, cast.denying) <= _speaking(world, cast.vouching)
    if word != "supported":
        return word, (3 if independent else 2) if several else 4
    if several:
        return word, 1 if confirmed(world, thing) else 2
    return word, 2 if counted.witnesses and any(why == "no body" for _, _, why in counted.voices) else 3


def confirmed(world: World, thing: str) -> bool:
    """Two for certain who vouch without a loose hedge, printed by two outlets, and nobody against.

    Who vouches through a part that somebody denies does not count here.
    """
    cast = votes(world, thing)
    denied = {
        event
        for c in cast.partly
        for event in (
            world.claims[c].about,
            *(world.claims[o].about for o in world.answers.get(c, ()) if _supports(world, o)),
        )
    }
    sure = {c for c in cast.vouching if not {*wholes(world, world.claims[c].about)} & denied}
    firm = _count(world, cast._replace(vouching=sure), "person", True)
    printed = {
        world.documents[world.original(d)].outlet or world.original(d)
        for _, claims, why in firm.voices
        if why in WITNESSES
        for c in claims
        for d in world.printed_in[c]
        if (first := world.documents[world.original(d)]).held or first.outlet
    }
    sided = [c for c in cast.facets if world.claims[c].facet != "how-many"]
    against = cast.denying | cast.doubting | cast.wavering
    return bool(sure) and firm.witnesses >= 2 and len(printed) >= 2 and not against and not sided


def _speaking(world: World, claims: set[str]) -> set[str]:
    return {world.claims[e].speaker or f"? {e}" for c in claims for e in ends(world, c)}
