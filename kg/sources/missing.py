"""An id that many facts name and none has: one problem at its cause instead of one for each place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from kg.errors import Location, Problem, nearest, number_of
from kg.sources.cross_check import LOOKED_UP, UNRESOLVED
from kg.sources.located import Written

PLACES = 3
"""How many of the places are told; the rest is a count."""


class Naming(NamedTuple):
    """One place where a fact names another."""

    id: str
    labels: tuple[str, ...]
    item: Written
    path: tuple[str | int, ...]

    @property
    def where(self) -> Location:
        """The place in the file."""
        return self.item.place(*self.path)


class Definition(NamedTuple):
    """A fact that has an id."""

    item: Written

    @property
    def id(self) -> str:
        """Its id."""
        return self.item.id

    @property
    def where(self) -> Location:
        """Where it has its id."""
        return self.item.place("id")

    def fits(self, several: Iterable[Naming]) -> bool:
        """Return whether all of these places may name this fact."""
        return all(set(one.labels) & set(self.item.model.LABELS) for one in several)


def gathered(
    problems: Sequence[Problem], namings: Iterable[Naming], definitions: Sequence[Definition]
) -> list[Problem]:
    """Return the problems with those that one wrong id brought about put into one.

    A definition that no fact names, with an id like the missing one, is where the id was changed: the problem
    stands there. Without such a definition it stands at the first place, if there are more than `PLACES`.

    Args:
        problems: what was found, a problem for each place that names what is not there.
        namings: every reference of every fact, in the order of files and lines.
        definitions: every fact that has an id.
    """
    defined = {definition.id for definition in definitions}
    missing: dict[str, dict[Location, Naming]] = {}
    named = set()
    told = {problem.where: problem for problem in problems if problem.code == UNRESOLVED}
    for one in namings:
        if one.id in defined:
            named.add(one.id)
        elif told and (where := one.where) in told:
            missing.setdefault(one.id, {})[where] = one
    unnamed = [definition for definition in definitions if definition.id not in named]
    gone: set[Location | None] = set()
    causes = []
    several = {id: places for id, places in missing.items() if len(places) > 1}
    for id, places in islice(several.items(), LOOKED_UP):
        like = {other.id: other for other in unnamed if other.fits(places.values())}
        changed = like.get(nearest(id, like) or "")
        if changed or len(places) > PLACES:
            causes.append(_cause(id, list(places), changed, told[next(iter(places))]))
            gone |= places.keys()
    return [*causes, *(problem for problem in problems if problem.where not in gone)]


def _cause(id: str, places: list[Location], changed: Definition | None, first: Problem) -> Problem:
    rest = len(places) - PLACES
    shown = ", ".join(map(str, places[:PLACES])) + (f" and {rest} more" if rest > 0 else "")
    what = f"'{id}' is named in {number_of(len(places), 'place')} but defined nowhere"
    if changed:
        return Problem(
            f"{what}, and nothing names '{changed.id}'",
            changed.where,
            nearest=id,
            todo=f"give it its old id again, or change the places: {shown}",
            code=first.code,
        )
    return first._replace(what=what, todo=f"add the fact or correct the id: {shown}")
