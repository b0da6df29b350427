"""Years that can hardly be meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kg.curate.check.rule import Corpus, rule
from kg.errors import Problem
from kg.model.kinds import Fact
from kg.model.kinds.document import Document
from kg.model.parts import Part, Strict
from kg.model.shape import shape
from kg.model.span import Span

EARLIEST = 1900
AHEAD = 50
"""Years after publication of which a text may still speak."""


@rule(
    "implausible-year",
    "warning",
    "A day lies before 1900, or more than 50 years after what speaks of it appeared. Correct the year; if the"
    " text counts years by another calendar (1402 Persian, 1444 Islamic, 2567 Buddhist), turn it into ours.",
)
def implausible_years(corpus: Corpus) -> Iterator[Problem]:
    """Find days of years that look like a slip or like another calendar."""
    published = {item.id: item.fact.published.last for item in corpus.of(Document)}
    last = max((day for day in published.values() if day), default=None)
    for item in corpus.located:
        cited = (published.get(tie.document) for tie in getattr(item.fact, "cited", ()))
        known = max((day for day in cited if day), default=last)
        for path, span in _spans(item.fact):
            year = _odd_year(span, known)
            if year is not None:
                yield Problem(
                    f"{type(item.fact).KIND} '{item.id}' has the year {year} in '{path[-1]}'",
                    item.place(*path),
                    f"a year from {EARLIEST}" + (f" to {known.year + AHEAD}" if known else ""),
                    todo=in_our_calendar(year) or "correct the year",
                )


def _spans(fact: Fact) -> Iterator[tuple[tuple[str | int, ...], Span]]:
    """Yield the days of a fact and of its edges, each with its path."""
    yield from _of_parts(fact, ())
    for name in shape(type(fact)).ties:
        for index, tie in enumerate(getattr(fact, name)):
            yield from _of_parts(tie, (name, index))


def _of_parts(owner: Strict, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Span]]:
    """Yield the days that something has itself, and those of its values, such as the day of a price."""
    for name in type(owner).model_fields:
        value = getattr(owner, name)
        if isinstance(value, Span):
            yield (*path, name), value
        elif isinstance(value, Part):
            yield from _of_parts(value, (*path, name))


def _odd_year(span: Span, known: date | None) -> int | None:
    """Return the year of an end that can hardly be meant."""
    years = [day.year for day in (span.first, span.last) if day]
    return next((y for y in years if y < EARLIEST or (known and y > known.year + AHEAD)), None)


def in_our_calendar(year: int) -> str:
    """Return what to write for a year that looks like one of another calendar; empty for any other.

    Example:
        >>> in_our_calendar(1402)
        'write it by our calendar: 1402 of the Persian one is March 2023 to March 2024'
        >>> in_our_calendar(2567)
        'write it by our calendar: 2567 of the Buddhist one is 2024'
        >>> in_our_calendar(1812)
        ''
    """
    if 1300 <= year <= 1420:
        told = f"{year} of the Persian one is March {year + 621} to March {year + 622}"
    elif 1420 < year <= 1500:
        first = int(year * 0.970229 + 621.5643)
        told = f"{year} of the Islamic one is about {first} to {first + 1}"
    elif 2443 <= year <= 2643:
        told = f"{year} of the Buddhist one is {year - 543}"
    else:
        return ""
    return f"write it by our calendar: {told}"
