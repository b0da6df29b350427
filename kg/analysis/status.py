"""How things stand with an event on a day.

This is computed from who asserts, denies and doubts it, and never typed in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from functools import cached_property
from typing import NamedTuple

from kg.analysis.counting import AS_THEY_ARE, Chains, roots_of
from kg.analysis.graded import changes
from kg.analysis.grading import StatusWord, grade, word
from kg.analysis.independence import Roots
from kg.analysis.noted import Noted
from kg.analysis.voices import WITNESSES
from kg.analysis.votes import Ballots, Votes
from kg.analysis.world import World
from kg.model.weighing import HOW_MANY, LOOSE

MOST = 1_500_000
"""Claims that are judged for a history, each once a day."""


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
    found = _Weighed(ballots, thing, votes, roots, chains)
    status, why = word(found)
    credibility, reason = grade(status, found)
    return Standing(
        thing,
        status,
        credibility,
        roots,
        (*votes.vouching, *votes.presuming),
        votes.denying,
        (*votes.doubting, *votes.wavering),
        votes.expecting,
        f"{why}; {reason}",
        votes.partly,
        votes.facets,
    )


class _Weighed:
    """What speaks for and against one thing, worked out when asked; see `kg.analysis.grading.Weight`."""

    def __init__(self, ballots: Ballots, thing: str, votes: Votes, roots: Roots, chains: Chains) -> None:
        self._ballots, self._votes, self._roots, self._chains = ballots, votes, roots, chains
        self._thing = ballots.world.things[thing]
        self.vouched, self.presumed = bool(votes.vouching), bool(votes.presuming)
        self.wavered, self.expected = bool(votes.wavering), bool(votes.expecting)
        self.denied, self.doubted, self.in_part = map(bool, (votes.denying, votes.doubting, votes.partly))
        self.witnesses = roots.witnesses

    @property
    def stage(self) -> str | None:
        return self._thing.stage

    @property
    def ahead(self) -> bool:
        return self._thing.ahead

    @property
    def all_questioned(self) -> bool:
        return all(map(self._ballots.in_question, self._votes.presuming))

    @property
    def all_loose(self) -> bool:
        return all(self._ballots.world.claims[c].hedge in LOOSE for c in self._votes.vouching)

    @property
    def whys(self) -> set[str]:
        return {voice.why for voice in self._roots.voices}

    @property
    def independent(self) -> bool:
        own = _speakers(self._ballots, self._votes.vouching)
        return any(not _speakers(self._ballots, [denial]) <= own for denial in self._votes.denying)

    @property
    def side_doubted(self) -> bool:
        return any(self._ballots.world.claims[c].facet != HOW_MANY for c in self._votes.facets)

    @cached_property
    def _unhedged(self) -> Roots:
        return roots_of(self._ballots, self._votes, firm_only=True, chains=self._chains)

    @cached_property
    def _through_others(self) -> Votes:
        return self._votes._replace(vouching=self._ballots.of_undenied_parts(self._votes))

    @cached_property
    def _undenied(self) -> Roots:
        return roots_of(self._ballots, self._through_others, firm_only=True, chains=self._chains)

    @property
    def firm(self) -> int:
        return self._unhedged.witnesses

    @property
    def undenied(self) -> int:
        return self._undenied.witnesses if self._through_others.vouching else 0

    @property
    def outlets(self) -> int:
        firm = self._undenied if self.in_part else self._unhedged
        claims = (claim for voice in firm.voices if voice.why in WITNESSES for claim in voice.claims)
        return len(self._ballots.world.outlets(claims))


def _speakers(ballots: Ballots, claims: Iterable[str]) -> set[str]:
    """Return who speaks at the ends of some chains; an unknown speaker by the claim."""
    ends = ballots.ends(claims)
    return {ballots.world.claims[e].speaker or f"? {e}" for c in ends for e in ends[c]}


def history(world: World, among: Collection[str] | None = None) -> Noted[tuple[date, Standing]]:
    """Return status and credibility on each publication day that changed one of them, by event and day."""

    def judged(known: World, left: Collection[str] | None, _: date) -> list[Standing]:
        return status(known, left)

    return changes(world, among, judged, lambda row: (row.event,), MOST, apart=True)
