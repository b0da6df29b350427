"""What is found about one event: what is said, what speaks against it, what it rests on, and what is open.

The words never say more than the status does: who only prints, lists, expects or presupposes it is told
apart from who says it, and "known" is only what nobody disputes and what has credibility 1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from kg.analysis.figure_status import FigureStanding, figure_status
from kg.analysis.grading import DESCRIBED
from kg.analysis.intervals import steps
from kg.analysis.status import Standing, standing
from kg.analysis.voices import Voice
from kg.analysis.votes import Ballots, Votes
from kg.analysis.world import Claim, Figure, World
from kg.language.directions import joined
from kg.language.interface.words import Words
from kg.model.stances import NO_ANSWER, STANCES
from kg.model.weighing import LOOSE, WHOLE

Part = Literal["said", "against", "rests"]
REASONED = next(word for word, stance in STANCES.items() if stance.side == "doubt")
"""The firmest doubt, which gives reasons; whoever else leaves it open cannot confirm it."""
FEW = 3
"""So many speakers are named in one list; of more it says how many there are."""
SORTS = ("said", "possible", "own", "compiles", "unknown", "side", "presumed", "expected", "question", "held")
"""What speakers do for an event, from what says most to what says least."""
_SORTS = {"own voice": "own", "compiles": "compiles", "unknown": "unknown", "in question": "question"}


class Sentence(NamedTuple):
    """One sentence about an event, and the claims that it tells of."""

    part: Part
    text: str
    claims: tuple[str, ...] = ()


class Evidence(NamedTuple):
    """What the analyses found about one event."""

    world: World
    event: str
    ballots: Ballots
    votes: Votes
    standing: Standing
    figures: Sequence[FigureStanding]
    name: Callable[[str], str]
    """Says who a speaker is."""

    @property
    def claims(self) -> list[Claim]:
        """The claims about it that their own speakers did not take back, in the order of ids."""
        about = self.ballots.about.get(self.event, ())
        return [self.world.claims[c] for c in about if not self.ballots.taken_back(c)]

    @property
    def known(self) -> bool:
        """Whether two roots at the least vouch for it undisputed, in documents of two outlets."""
        return self.standing.status == "supported" and self.standing.credibility == 1


def evidence(
    world: World,
    event: str,
    ballots: Ballots | None = None,
    figures: Sequence[FigureStanding] | None = None,
    name: Callable[[str], str] | None = None,
) -> Evidence:
    """Gather what the analyses say of one event.

    Args:
        world: the graph, as known on the day asked for.
        event: its id.
        ballots: the votes of that world, when they are at hand.
        figures: the standing of its figures, when it is at hand.
        name: says who a speaker is; by the name that the world gives when None.
    """
    ballots = ballots or Ballots(world)
    votes = ballots.of(event)
    if figures is None:
        figures = [f for f in figure_status(world, ballots.about.get(event, ()), ballots) if f.event == event]
    return Evidence(
        world, event, ballots, votes, standing(ballots, event, votes), figures, name or world.name
    )


def sentences(
    world: World, event: str, words: Words, found: Evidence | None = None
) -> tuple[Sentence, Sentence, Sentence]:
    """Say in three sentences what is said of an event, what speaks against it, and what it rests on.

    Args:
        world: the graph, as known on the day asked for.
        event: its id.
        words: in which language.
        found: what `evidence` gathered, when it is at hand.

    Example:
        >>> from kg.analysis.world import small_world
        >>> for sentence in sentences(small_world("a b"), "e", Words()):
        ...     print(sentence.text)
        It is said by A and B.
        Nobody in the documents read denies or doubts it.
        It rests on 2 independent roots, printed in one document.
    """
    found = found or evidence(world, event)
    return _said(found, words), _against(found, words), _rests(found, words)


def _said(found: Evidence, w: Words) -> Sentence:
    """Say who says it, each by what he does for it, and which numbers are given."""
    votes, ahead = found.votes, found.world.things[found.event].ahead
    voices = found.standing.roots.voices
    parts = [
        w(f"finding.event.said.{sort}", who=_listed([_voice(found, v, w) for v in some], w))
        for sort, some in _sorted(found, voices)
    ]
    if votes.wavering:
        parts.append(w("finding.event.said.wavering", who=names(found, votes.wavering, w)))
    told = tuple(dict.fromkeys((*(c for v in voices for c in v.claims), *votes.wavering)))
    if not parts:
        remarks = sum(c.side == "aside" for c in found.claims)
        key = (
            "denied"
            if votes.denying
            else "doubted"
            if votes.doubting
            else "none"
            if remarks
            else "none.at.all"
        )
        return Sentence("said", _capital(w(f"finding.event.{key}", n=remarks)), told)
    stage = found.world.things[found.event].stage or ""
    if ahead or found.standing.status == "expected":
        stage = w.value("stage", stage) if ahead else w("status.expected")
        start = w("finding.event.ahead", stage=stage, what=_chain(parts, w))
    else:
        start = w("finding.event.said", what=_chain(parts, w))
    return Sentence("said", _capital(joined([start, *_numbers(found, w)], "; ")) + ".", told)


def _sorted(found: Evidence, voices: Iterable[Voice]) -> Iterator[tuple[str, list[Voice]]]:
    """Put those who speak for it together by what they do for it, those who say it first."""
    sorts: dict[str, list[Voice]] = {sort: [] for sort in SORTS}
    for voice in voices:
        claims = [found.world.claims[c] for c in voice.claims]
        sort = _SORTS.get(voice.why, "said")
        if voice.why == "held back" and not voice.speaker:
            sort = "held"
        if voice.why == "presumes":
            ahead, facet = (c.side == "ahead" for c in claims), (c.facet != WHOLE for c in claims)
            sort = "expected" if all(ahead) else "side" if any(facet) else "presumed"
        if sort not in ("unknown", "question", "held") and all(c.hedge in LOOSE for c in claims):
            sort = "possible"
        sorts[sort].append(voice)
    return ((sort, some) for sort, some in sorts.items() if some)


def _numbers(found: Evidence, w: Words) -> list[str]:
    """Say which numbers are given, from the lowest to the highest where they count the same."""
    rows = [f for f in found.figures if f.status != "denied"]
    if not rows:
        return []
    kinds = {f.kind for f in rows}
    if len(rows) == 1:
        return [w("finding.event.number", figure=figure_words(rows[0], w))]
    rows.sort(key=lambda f: steps(f.figure))
    if len(rows) <= FEW:
        start = "finding.event.numbers.apart" if len(kinds) > 1 else "finding.event.numbers.few"
        return [w(start, figures=_listed([figure_words(f, w) for f in rows], w))]
    if len(kinds) > 1:
        return [w("finding.event.numbers.many", n=len(rows))]
    high = max(rows, key=lambda f: steps(f.figure)[::-1])
    return [w("finding.event.numbers", n=len(rows), low=figure_words(rows[0], w), high=figure_words(high, w))]


def figure_words(row: FigureStanding, w: Words) -> str:
    """Say a figure."""
    return told(row.figure, w)


def told(f: Figure, w: Words) -> str:
    """Say a figure as an analysis has it."""
    if f.low == 1 and f.high is None and not f.low_open and not f.vague:
        f = f._replace(vague="one-or-more")
    sides = (f.low, f.high, f.low_open, f.high_open)
    vague, about = f.vague or "", f.approximate
    return w.figure(*sides, unit=f.counted, vague=vague, approximate=about, whole=f.whole)


def _against(found: Evidence, w: Words) -> Sentence:
    votes, claims = found.votes, found.world.claims
    doubts = [c for c in votes.doubting if claims[c].stance == REASONED]
    doubters = {claims[c].speaker or c for c in doubts}
    groups = {
        "denied": votes.denying,
        "doubted": tuple(doubts),
        "unconfirmed": tuple(c for c in votes.doubting if (claims[c].speaker or c) not in doubters),
    }
    parts = [w(f"finding.event.against.{k}", who=names(found, c, w)) for k, c in groups.items() if c]
    none = "finding.event.against.none" + ".whole" * bool(votes.facets or votes.partly)
    start = w("finding.event.against", what=_chain(parts, w)) if parts else w(none)
    asked = silent(found.claims)
    gone = tuple(c for c in found.ballots.about.get(found.event, ()) if found.ballots.taken_back(c))
    beside = {"part": votes.partly, "facet": votes.facets, "silent": asked, "back": gone}
    more = []
    for key, some in beside.items():
        if some:
            facets = dict.fromkeys(w(f"facet.of.{claims[c].facet}") for c in some) if key == "facet" else ()
            told = {"who": names(found, some, w), "facets": _listed(list(facets), w)}
            more.append(w(f"finding.event.against.{key}", **told))
    if sum(bool(f.contradicted) for f in found.figures):
        more.append(w("finding.event.against.figures"))
    all_claims = (
        *(c for some in groups.values() for c in some),
        *(c for some in beside.values() for c in some),
    )
    return Sentence("against", _capital(joined([start, *more], "; ")) + ".", tuple(dict.fromkeys(all_claims)))


def _rests(found: Evidence, w: Words) -> Sentence:
    world, roots, supporting = found.world, found.standing.roots, _supporting(found)
    documents = {world.original(d) for c in supporting for d in world.printed_in[c]}
    outlets = world.outlets(supporting)
    if not documents:
        return Sentence("rests", _capital(w("finding.event.rests.nothing")) + ".")
    printed = w("finding.event.printed", n=len(documents))
    if len(documents) > 1:
        printed = f"{printed} {w('finding.event.outlets', n=len(outlets))}"
    if not roots.most:
        start = w("finding.event.rests.circle" if found.votes.circular else "finding.event.rests.no")
    elif not any(v.why in DESCRIBED for v in roots.voices):
        return Sentence("rests", w("finding.event.rests.nobody", printed=printed) + ".", supporting)
    elif roots.least == roots.most:
        start = w("finding.event.rests.exact", n=roots.least)
    else:
        start = w("finding.event.rests.span", least=roots.least, most=roots.most)
    first = [v for v in roots.voices if any(world.claims[c].firsthand for c in v.claims)]
    told = (
        [w("finding.event.rests.first", who=_listed([_voice(found, v, w) for v in first], w))]
        if first
        else []
    )
    return Sentence("rests", joined([f"{start}, {printed}", *told], "; ") + ".", supporting)


def _supporting(found: Evidence) -> tuple[str, ...]:
    return tuple(sorted({*found.votes.supporting, *found.votes.wavering}))


def silent(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the claims of those who were asked and did not answer."""
    return tuple(c.id for c in claims if c.stance == NO_ANSWER)


def _voice(found: Evidence, voice: Voice, w: Words) -> str:
    return "" if voice.speaker is None else _name(found, voice.speaker, w)


def _name(found: Evidence, speaker: str, w: Words) -> str:
    """Return a name as it stands in a sentence: in English that of a body with "the", where it has one."""
    name, actor = found.name(speaker), found.world.actors.get(speaker)
    fits = w.either("name", "the.fits", "") if actor and actor.kind == "organization" else ""
    return w("name.the", name=name) if fits and re.search(fits, name) else name


def names(found: Evidence, claims: Collection[str], w: Words) -> str:
    """Name those who make some claims, and say that there are some whom no text names."""
    speakers = dict.fromkeys(s for c in claims for s in found.world.claims[c].speakers)
    names = [_name(found, s, w) for s in speakers]
    if any(not found.world.claims[c].speaker for c in claims):
        names.append(w("finding.event.somebody"))
    return _listed(names, w)


def _listed(names: Sequence[str], w: Words) -> str:
    """List names with an "and" before the last; of many say how many more there are."""
    names = list(dict.fromkeys(filter(None, names)))
    if len(names) > FEW + 1:
        names = [*names[:FEW], w("finding.event.others", n=len(names) - FEW)]
    return joined([joined(names[:-1]), *names[-1:]], f" {w('and')} ")


def _chain(parts: Sequence[str], w: Words) -> str:
    return joined(parts, "; ")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
