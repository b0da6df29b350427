"""Who published a document: an organization that is known, or a new one that somebody named."""

from __future__ import annotations

from typing import NamedTuple

from kg.curate.adding.asked import Asked
from kg.curate.adding.fields import plain
from kg.curate.adding.known import Known
from kg.curate.adding.naming import slug
from kg.errors import CallError, Problem
from kg.sources.originals.derived import Says


class Outlet(NamedTuple):
    """An organization, where it was read, and whether it is new."""

    id: str
    name: str
    where: str
    new: bool = False


def outlet(asked: Asked, says: Says, known: Known) -> Outlet:
    """Return who published it: whom the person names, else whom the file names.

    Raises:
        CallError: nobody is named, or the one named is not known and like another one.
    """
    if asked.outlet is not None and asked.new_outlet is not None:
        what = "--outlet and --new-outlet both name who published it"
        raise CallError(Problem(what, expected="one of them", todo="a new one gets its id from its name"))
    if asked.outlet is not None:
        return _known(asked.outlet, known)
    if asked.new_outlet is not None:
        return _named(asked.new_outlet, known)
    if says.outlet is None:
        what = "it does not say who published it"
        wrote = f"'{plain(says.author.value)[:200]}' wrote it ({says.author.where})" if says.author else ""
        expected = "--outlet ID of an organization, or --new-outlet NAME"
        raise CallError(Problem(what, expected=expected, todo=wrote))
    name, where = plain(says.outlet.value)[:200], says.outlet.where
    same = known.named(name)
    if len(same) == 1:
        return Outlet(same[0], known.outlets[same[0]][0], where)
    if same:
        what = f"several organizations are called '{name}' ({where}): {', '.join(same)}"
        raise CallError(Problem(what, expected="one of them", todo="name it with --outlet ID"))
    if close := known.like(name):
        what = f"no organization is called '{name}' ({where})"
        todo = f"say --outlet {close}, or --new-outlet '{name}' if it is another one"
        raise CallError(Problem(what, expected="an organization that is known", nearest=close, todo=todo))
    return _new(name, where, known)


def _known(id: str, known: Known) -> Outlet:
    if id in known.outlets:
        return Outlet(id, known.outlets[id][0], "--outlet")
    close = next(iter(known.named(id)), None) or known.like(id)
    todo = "say --new-outlet NAME if it is new"
    what = f"there is no organization '{id[:80]}'"
    raise CallError(Problem(what, expected="the id of a publisher", nearest=close, todo=todo))


def _named(name: str, known: Known) -> Outlet:
    same = known.named(name)
    if not same:
        return _new(name, "--new-outlet", known)
    if same[0] in known.made:
        return Outlet(same[0], name, "--new-outlet")
    what = f"'{name}' is no new organization: '{same[0]}' is called so"
    raise CallError(Problem(what, expected="a name that is new", todo=f"say --outlet {same[0]}"))


def _new(name: str, where: str, known: Known) -> Outlet:
    id = slug(name)
    if id and id not in known.ids:
        return Outlet(id, name, where, new=True)
    what = f"the id '{id}' is taken{known.ids[id]}" if id else f"no id can be made of the name '{name}'"
    todo = "add it under organizations in a file of the seeds, then say --outlet ID"
    raise CallError(Problem(what, expected="an organization with an id of its own", todo=todo))
