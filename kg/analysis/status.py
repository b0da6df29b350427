"""How things stand with an event on a day.

This is computed from who asserts, denies and doubts it, and never typed in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Literal, NamedTuple

from kg.analysis.counting import AS_THEY_ARE, Chains, roots_of
from kg.analysis.graded import changes
from kg.analysis.independence import Roots
from kg.analysis.noted import Noted
from kg.analysis.voices import WITNESSES
from kg.analysis.votes import Ballots, Votes
from kg.analysis.world import World
from kg.model.weighing import HOW_MANY, LOOSE

MOST = 1_500_000
"""Claims that are judged for a history, each once a day."""
StatusWord = Literal["supported", "denied", "disputed", "unconfirmed", "expected", "unknown"]
DESCRIBED = (*WITNESSES, "no body")
"""Who is named or described and may know: without any such voice nothing can be judged."""


class Standing(NamedTuple):
    """Where an event stands."""

    event: str
    status: StatusWord
    credibility: int | None
    """Admiralty credibility, 1 (confirmed) to 5 (improbable); None when it cannot be judged."""
    roots: Roots
    """Of the assertions; of the expectations when nobody asserts it."""
    asserted: tuple[str, ...]
    denied: tuple[str, ...]
    questioned: tuple[str, ...]
    expected: tuple[str, ...]
    """Live claims that bear on it: for, against, doubt and ahead; see `kg.analysis.votes`."""
    rule: str
    in_part: tuple[str, ...] = ()
    """Claims that deny a part of it."""
    facets: tuple[str, ...] = ()
    """Claims that deny or doubt only a facet of it, such as how many."""

    def from_elsewhere(self, world: World) -> tuple[str, ...]:
        """Return the claims that bear on it though they are about a part of it, a larger event or another."""
        every = dict.fromkeys((*self.denied, *self.questioned, *self.asserted, *self.expected))
        return tuple(claim for claim in every if world.claims[claim].about != self.event)


def status(world: World, among: Collection[str] | None = None) -> list[Standing]:
    """Say for each event what its live claims make of it.

    Which claims bear on an event says `kg.analysis.votes`; a relay loop says nothing, nor does a remark.

    * disputed: asserted or expected by some and denied by others;
    * denied: denied and not asserted;
    * unconfirmed: asserted, and doubted or not confirmed by someone; or asserted only as possible or
      conditional, or only in one facet, or only in what somebody denies or doubts to have been said;
    * supported: otherwise asserted, be it by voices that witness nothing (an outlet's own, a compiler's,
      those of speakers whom no text names or describes), which give no grade;
    * expected: only expected, or an event that is only wanted, planned or expected and is not disputed;
    * unknown: nobody asserts, expects or denies it.

    Credibility follows the Admiralty scale:

    * 1 (confirmed): supported, at least two independent roots for certain (min >= 2) that vouch for the whole
      without "possible" or "conditional", not through a part that is denied, printed in documents of two
      outlets, and nobody against or in doubt, except of how many;
    * 2 (probably true): min >= 2, but doubted, hedged, denied in part or of one outlet; or supported by one
      root for certain and a described source of no known body;
    * 3 (possibly true): one root and nothing against it; or min >= 2 against an independent denial;
    * 4 (doubtful): one root that is doubted, hedged, or denied;
    * 5 (improbable): denied only;
    * none: status unknown or expected, or resting on voices that witness nothing. "Cannot be judged" is no
      number.

    A denial is independent unless every root of it is also a root of the assertions.

    Args:
        world: the graph, as known on the day asked for.
        among: only events that one of these claims is about; each is judged by all its claims.

    Returns:
        One row per event on which a claim bears, by id.

    Source:
        NATO STANAG 2511 and AJP-2.1 (Admiralty code: 1 confirmed by other independent sources to 5
        improbable, 6 truth cannot be judged); ICD 203 on stating the basis of a judgement; for support, deny,
        query and comment the stance classes of RumourEval (Derczynski et al., SemEval 2017, task 8). The
        scale is graded by people; the table above is ours, so that it can be recomputed.

    Example:
        >>> from kg.analysis.world import small_world
        >>> (standing,) = status(small_world("a b"))
        >>> standing.status, standing.credibility, standing.rule.split("; ")[-1]
        ('supported', 2, '2: at least two roots for certain, but in documents of one outlet')
    """
    ballots = Ballots(world)
    rows = []
    for thing in ballots.subjects(among):
        if thing not in world.things or not world.things[thing].event:
            continue
        votes = ballots.of(thing)
        if any(votes[:-1]) or any(map(ballots.stands, ballots.about.get(thing, ()))):
            rows.append(standing(ballots, thing, votes))
    return rows


def standing(ballots: Ballots, thing: str, votes: Votes, chains: Chains = AS_THEY_ARE) -> Standing:
    """Return where one event stands, or a figure of it, by the votes on it."""
    roots = roots_of(ballots, votes, chains=chains)
    word, why = _word(ballots, thing, votes)
    grade, reason = _grade(ballots, word, votes, roots, chains)
    return Standing(
        thing,
        word,
        grade,
        roots,
        (*votes.vouching, *votes.presuming),
        votes.denying,
        (*votes.doubting, *votes.wavering),
        votes.expecting,
        f"{why}; {reason}",
        votes.partly,
        votes.facets,
    )


def _word(ballots: Ballots, thing: str, votes: Votes) -> tuple[StatusWord, str]:
    world = ballots.world
    asserted = (*votes.vouching, *votes.presuming, *votes.wavering)
    in_part = ", denied in part" if votes.partly else ""
    if asserted and votes.denying:
        return "disputed", "asserted and denied"
    if votes.expecting and votes.denying:
        return "disputed", "expected and denied"
    if votes.denying:
        return "denied", "denied, and nobody asserts or expects it"
    if votes.wavering and not (votes.vouching or votes.presuming):
        return "unconfirmed", "asserted only by those who elsewhere do not confirm it" + in_part
    if asserted and votes.doubting:
        return "unconfirmed", "asserted, and doubted or not confirmed" + in_part
    if asserted and world.things[thing].ahead:
        return "expected", f"{world.things[thing].stage}: that it happened nobody says" + in_part
    if asserted and not votes.vouching and all(map(ballots.in_question, votes.presuming)):
        return "unconfirmed", "asserted, but that it was said is denied or doubted" + in_part
    if asserted and not votes.vouching:
        return "unconfirmed", "presupposed, and asserted only in one facet" + in_part
    if asserted and all(world.claims[c].hedge in LOOSE for c in votes.vouching):
        return "unconfirmed", "asserted only as possible" + in_part
    if asserted:
        return "supported", "asserted, not denied, not doubted" if not in_part else f"asserted{in_part}"
    if votes.expecting:
        return "expected", "only expected" + in_part
    return "unknown", "nobody asserts, expects or denies it" + in_part


def _who(roots: Roots) -> str:
    """Say who asserts what nobody asserts who could know it."""
    parts = [text for why, text in _NO_WITNESS.items() if any(voice.why == why for voice in roots.voices)]
    return " and ".join(parts) or "those who elsewhere do not confirm it"


_NO_WITNESS = {
    "own voice": "an outlet in its own voice",
    "compiles": "who compiles what others reported",
    "unknown": "speakers whom no text names or describes",
    "presumes": "those who presuppose it",
    "in question": "those of whom it is denied or doubted that they said it",
    "held back": "those at the end of chains of which a part is held back",
}


def _judgeable(roots: Roots) -> bool:
    return any(voice.why in DESCRIBED for voice in roots.voices)


def _grade(
    ballots: Ballots, word: StatusWord, votes: Votes, roots: Roots, chains: Chains
) -> tuple[int | None, str]:
    if word == "denied":
        return 5, "5: denied only"
    if word in ("unknown", "expected") or not (votes.vouching or votes.presuming or votes.wavering):
        return None, "cannot be judged"
    if not _judgeable(roots):
        return None, f"cannot be judged: asserted only by {_who(roots)}"
    several = roots.witnesses >= 2
    own = _speakers(ballots, votes.vouching) if votes.denying else set()
    if any(not _speakers(ballots, [denial]) <= own for denial in votes.denying):
        return (
            (3, "3: at least two roots, against an independent denial")
            if several
            else (4, "4: one root, against an independent denial")
        )
    if word != "supported":
        return (
            (2, "2: at least two roots, but not undoubted")
            if several
            else (4, "4: one root, and not undoubted")
        )
    if several:
        return _confirmed(ballots, votes, chains)
    if roots.witnesses and any(voice.why == "no body" for voice in roots.voices):
        return 2, "2: one root for certain and a described source of no known body, nothing against it"
    return 3, "3: one root that is named or described, nothing against it"


def _confirmed(ballots: Ballots, votes: Votes, chains: Chains) -> tuple[int, str]:
    """Return what two roots for certain are worth, with nobody against or in doubt."""
    world = ballots.world
    firm = roots_of(ballots, votes, firm_only=True, chains=chains)
    if firm.witnesses < 2:
        return 2, "2: at least two roots for certain, but not two without a hedge"
    if votes.partly:
        undenied = votes._replace(vouching=ballots.of_undenied_parts(votes))
        firm = roots_of(ballots, undenied, firm_only=True, chains=chains)
        if firm.witnesses < 2 or not undenied.vouching:
            return 2, "2: at least two roots for certain, but a part of it is denied"
    if any(world.claims[claim].facet != HOW_MANY for claim in votes.facets):
        return 2, "2: at least two roots for certain, but one side of it is denied or doubted"
    claims = (claim for voice in firm.voices if voice.why in WITNESSES for claim in voice.claims)
    if len(world.outlets(claims)) < 2:
        return 2, "2: at least two roots for certain, but in documents of one outlet"
    return 1, "1: at least two roots for certain, in documents of two outlets, no denial, no doubt"


def _speakers(ballots: Ballots, claims: Iterable[str]) -> set[str]:
    """Return who speaks at the ends of some chains; an unknown speaker by the claim."""
    ends = ballots.ends(claims)
    return {ballots.world.claims[e].speaker or f"? {e}" for c in ends for e in ends[c]}


def history(world: World, among: Collection[str] | None = None) -> Noted[tuple[date, Standing]]:
    """Return status and credibility on each publication day that changed one of them, by event and day."""
    return changes(world, among, status, lambda row: (row.event,), MOST)
