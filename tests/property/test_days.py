"""Laws of days as EDTF writes them, with another reader of EDTF as the judge."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import edtf as other
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kg.model import day_text
from kg.model.span import PATTERN, Span
from tests.laws import examples

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(str)
PLAIN = st.one_of(DAYS, DAYS.map(lambda day: day[:7]), DAYS.map(lambda day: day[:4]))
SEASONS = st.builds("{}-{}".format, st.integers(1900, 2100), st.integers(21, 24))
MARKED = st.builds("{}{}".format, PLAIN, st.sampled_from(["", "", "~", "?", "%"]))
OPEN = st.sampled_from(["{}/..", "../{}"])
RANGES = st.one_of(
    st.lists(MARKED, min_size=2, max_size=2).map("/".join), st.builds(str.format, OPEN, MARKED)
)
SETS = st.builds(
    lambda parts, ends: f"{ends[0]}{','.join(parts)}{ends[1]}",
    st.lists(PLAIN, min_size=2, max_size=4, unique=True),
    st.sampled_from(["{}", "[]"]),
)
TIMES = st.builds(
    lambda day, clock, zone: f"{day}T{clock:%H:%M:%S}{zone}",
    DAYS,
    st.times(),
    st.sampled_from(["", "Z", "+03:00", "-05:30"]),
)
TAKEN = st.one_of(MARKED, RANGES, SETS, TIMES, SEASONS)
BEYOND = st.one_of(
    DAYS.map(lambda day: day[:3] + "X"),
    DAYS.map(lambda day: day[:8] + "XX"),
    DAYS.map(lambda day: day[:5] + "XX"),
    DAYS.map(lambda day: "?" + day),
    DAYS.map(lambda day: f"{day[:4]}-~{day[5:]}"),
    st.builds("{}-{}".format, st.integers(1900, 2100), st.integers(25, 41)),
    st.builds("{{{}..{}}}".format, DAYS, DAYS),
    DAYS.map("[..{}]".format),
    DAYS.map("{}/".format),
    st.integers(10_000, 99_999).map("Y{}".format),
    st.integers(1, 9999).map("-{:04}".format),
)


EVER, NEVER = date.max, date.min
SEASON = re.compile(r"[0-9]{4}-2[1-4]")


def span(text: str) -> Span | None:
    """Return what a text stands for; None when it is refused."""
    try:
        return Span.model_validate(text)
    except ValidationError:
        return None


def judged(end: Any) -> date | None:
    """Return an end as the other reader has it; it counts an open one as a number without end."""
    return None if isinstance(end, float) else date(*end[:3])


@settings(max_examples=examples(60))
@given(TAKEN)
def test_another_reader_finds_the_same_ends(text: str) -> None:
    mine, theirs = span(text), other.parse_edtf(text)
    first, last = judged(theirs.lower_strict()), judged(theirs.upper_strict())
    if first and last and first > last:
        assert mine is None
        return
    assert mine is not None
    if SEASON.fullmatch(text):
        assert (mine.first or EVER) <= (first or NEVER) <= (last or EVER) <= (mine.last or NEVER)
    else:
        assert (mine.first, mine.last) == (first, last)
    marks = (theirs.is_approximate, theirs.is_uncertain)
    if not text.startswith(("{", "[")):
        both = theirs.is_uncertain_and_approximate
        assert (marks[0] or both, marks[1] or both) == (day_text.approximate(text), day_text.uncertain(text))


@given(
    st.one_of(TAKEN, SEASONS.map("{}~".format), TIMES.map(lambda text: re.sub(r"(?<=T..:..):..", "", text)))
)
def test_a_span_is_written_as_it_was_read_and_holds_its_days(text: str) -> None:
    mine = span(text)
    if mine is None:
        first, last = re.sub(r"[~?%]", "", text).split("/")
        assert first > last[: len(first)] or first[: len(last)] > last
        return
    assert TypeAdapter(Span).dump_python(mine) == text
    assert Span.from_properties("said", mine.to_properties("said")) == text
    assert re.fullmatch(PATTERN, text)
    assert mine.first is None or mine.last is None or mine.first <= mine.last
    for member in map(span, day_text.members(text)):
        assert member is not None
        assert (
            (mine.first or EVER) <= (member.first or NEVER) <= (member.last or EVER) <= (mine.last or NEVER)
        )


@settings(max_examples=examples(40))
@given(BEYOND)
def test_what_another_reader_takes_and_ours_does_not_is_named(text: str) -> None:
    assert other.parse_edtf(text)
    try:
        Span.model_validate(text)
    except ValidationError as error:
        told = error.errors()[0]["msg"]
        write = told.rpartition("; write ")[2]
        assert f"'{text}': EDTF has this, kg does not take it: " in told
        assert write.startswith("a year from") or span(write) or "/" in write
    else:
        raise AssertionError(text)
