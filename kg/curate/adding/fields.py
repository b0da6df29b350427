"""Title, day, language and addresses of a document, each with where it was read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from kg.curate.adding.asked import Asked
from kg.errors import CallError, Problem, nearest
from kg.language.guess import language_of
from kg.sources.originals.derived import Said, Says

_LONGEST = 200
"""Characters of a title."""
_ADDRESS = re.compile(r"https?://[!-~]+")
_LONGEST_ADDRESS = 2000
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_READ = 200_000
"""Characters of a text whose words tell the language."""


def day(asked: Asked, says: Says, lines: Sequence[str] = ()) -> Said[date]:
    """Return the day of publication.

    Args:
        asked: what the person said.
        says: what the file says of itself.
        lines: of the text; the first day in it is shown where nobody says the day, and never taken.

    Raises:
        CallError: neither the person nor the file says it, or the person names a day to come.
    """
    if asked.published is not None:
        if asked.published > date.today() + timedelta(days=1):  # it is tomorrow already in the east
            what = f"the day of publication, {asked.published}, is still to come"
            raise CallError(Problem(what, expected="a day that has been", todo="correct --published"))
        return Said(asked.published, "--published")
    if says.published is not None:
        return says.published
    what = "it does not say on which day it was published"
    first = _first_day("\n".join(lines)[:_READ])
    todo = f"look it up; it is never guessed{f" (the first day in the text is '{first}')" if first else ''}"
    raise CallError(Problem(what, expected="--published YYYY-MM-DD", todo=todo))


def _first_day(text: str) -> str:
    """Return the first day that a text names, as printed there; empty when it names none."""
    from kg.language.days import days

    code = language_of(text)
    read = days(text, code) if code else []
    return next((day.words for day in read if _DAY.fullmatch(day.reading)), "")


def title(asked: Asked, says: Says, published: date) -> Said[str]:
    """Return what it is: the title that it says, or its day.

    Example:
        >>> title(Asked(), Says(), date(2026, 1, 5))
        Said(value='Article of 2026-01-05', where='no title found')
    """
    if asked.title is not None:
        return Said(asked.title, "--title")
    said = plain(says.title.value) if says.title else ""
    if not said or says.title is None:
        return Said(f"Article of {published}", "no title found")
    if len(said) > _LONGEST:
        said = said[: _LONGEST - 2].rsplit(" ", 1)[0] + " …"
    return Said(said, says.title.where)


def language(asked: Asked, says: Says, lines: Sequence[str]) -> tuple[Said[str], list[str]]:
    """Return the language of the text, and a note where its words seem to be of another one."""
    if asked.language is not None:
        return Said(asked.language, "--language"), []
    read = language_of("\n".join(lines)[:_READ])
    if says.language is None:
        return Said(read, "its commonest words") if read else Said("und", "not known"), []
    code, where = says.language
    if read in (None, code):
        return says.language, []
    return says.language, [f"{where} says {code}, its commonest words are {read}; --language decides"]


def collection(asked: Asked, known: Sequence[str]) -> Said[str] | None:
    """Return the collection that it belongs to, if any.

    Raises:
        CallError: there is none of that id.
    """
    if asked.collection is None or asked.collection in known:
        return Said(asked.collection, "--collection") if asked.collection else None
    what, close = f"there is no collection '{asked.collection[:80]}'", nearest(asked.collection, known)
    todo = "add it under collections first"
    raise CallError(Problem(what, expected="the id of a collection", nearest=close, todo=todo))


def address(given: str | None, option: str, said: Said[str] | None) -> Said[str] | None:
    """Return an address, if anybody says one that can be one.

    Example:
        >>> address(None, "--url", Said("/2026/guns", "canonical")) is None
        True
    """
    if given is not None:
        return Said(given, option)
    return said if said and len(said.value) <= _LONGEST_ADDRESS and _ADDRESS.fullmatch(said.value) else None


def plain(text: str) -> str:
    """Return words of a file on one line, without what could not be printed.

    Example:
        >>> plain(" Guns\\x1b by  night ")
        'Guns by night'
    """
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
