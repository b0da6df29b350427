"""How each language names days, as one pattern: the forms that most share, and those of its file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from kg.language.fold import fold
from kg.language.reading import Language, either, languages

DASH = r"\s?[-–—~∼〜/]\s?"
"""What stands between the two ends of a range in any language."""
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?![\d:]|[.,]\d)"
_YEAR = r"(?:19|20)\d\d(?!\d|[.,:]\d)"
_START = (
    r"(?:(?<![\w.,/#@:-])|(?<=(?:19|20)\d\d-)|(?<=\w-)(?=[^\W\d])|(?<=[^\W\d]/)(?=[^\W\d]))"
    r"(?<![^dlDL\s(]['’])"
)
_END = r"(?![\w’'])(?!-\d(?!\d{3}(?!\d)))"
_FORMS = (
    "{iso}",
    "{weekday}?{numeric}",
    "{weekday}?{list}?{d}{ordinal} ?{of}{m}(?:,? {of}{y})?",
    "{d}-{m}-{y}",
    "{part}?{m},? {of}{y}",
    "{part}?{q} {of}{y}",
    "{part}?{h} {of}{y}",
    "{part}?{s} {of}{y}(?P<slash>[-–/](?:19|20)?\\d\\d)?",
    "{last} {w}",
    "{next} {w}",
    "{last} {m}",
    "{next} {m}",
    "{part}?{r}",
    "{w}",
    "{part}?{m}",
    "{part}?{y}(?P<season>[-–/]\\d\\d)?",
)
"""Forms that hold in most languages; what a language has no words for fits nothing.

`{d}` is the number of a day, `{m}` a month, `{y}` a year, `{w}` a weekday, `{s}`, `{q}`, `{h}` and `{t}` a
season, quarter, half of a year and decade, `{n}` the number of a month, `{k}` a number of days, `{r}` what
hangs on the day of publication (`{r-week}` and `{r-month}`: of that length), `{part}` what says that a part
is meant, `{list}` and `{z}` days before and after `{d}`.
"""


class Patterns(NamedTuple):
    """What finds the days of one language.

    Attributes:
        day: every form; the name of a group is that of its place and the number of its form.
        range: what stands between the ends of a range.
        both: what stands between two that are both meant.
        one: what stands between two of which one is meant.
        between: what stands before a range whose ends "and" joins.
        months: number of each month by its folded name.
        weekdays: number of each weekday from 0, likewise.
        relative: what each relative word means: "week-1".
    """

    day: re.Pattern[str]
    range: re.Pattern[str]
    both: re.Pattern[str]
    one: re.Pattern[str]
    between: re.Pattern[str]
    months: dict[str, int]
    weekdays: tuple[re.Pattern[str], ...]
    relative: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def patterns(code: str) -> Patterns:
    """Return what finds the days of a language."""
    language = languages()[code]
    parts = "|".join(_form(form, at, language) for at, form in enumerate((*language.day_forms, *_FORMS)))
    about = rf"(?:(?P<about>{either(language.about_days)})\s(?:{either(language.the)}\s)?)?"
    time = rf"(?:,?\s{either(language.clock)}\s(?P<time>(?:[01]?\d|2[0-3]):[0-5]\d))?"
    start, end = language.day_start or _START, language.day_end or _END
    article = rf"(?:{either(language.the)}\s)?"
    to = rf",?\s{either(language.day_to)}\s{article}"
    written_on = rf"\s?{either(language.day_to_written_on)}\s?"
    return Patterns(
        re.compile(rf"{start}{about}(?:{parts}){time}{end}", re.I),
        re.compile(f"{DASH}|{to}|{written_on}", re.I),
        re.compile(
            rf"\s{either(language.day_and)}\s{article}|{either(language.day_and_written_on)}\s?", re.I
        ),
        re.compile(rf"\s{either(language.day_or)}\s{article}", re.I),
        re.compile(rf"(?<!\w){either(language.day_between)}\s\Z", re.I),
        {fold(word): n for n, names in enumerate(language.months, 1) for word in names.split("|")},
        tuple(re.compile(names, re.I) for names in language.weekdays),
        tuple((what, re.compile(either(words), re.I)) for what, words in language.relative.items()),
    )


def _form(form: str, at: int, language: Language) -> str:
    """Return the pattern of one form, its places filled in."""

    def group(name: str, pattern: str) -> str:
        return f"(?P<{name}_{at}>{pattern})"

    def relative(length: str) -> str:
        found = (w for what, words in language.relative.items() if what.startswith(length) for w in words)
        return either(sorted(found, key=len, reverse=True))

    def several(names: Iterable[str]) -> str:
        return either(sorted((n for one in names for n in _split(one)), key=len, reverse=True))

    article = rf"(?:{either(language.the)}\s)?"
    ordinal = rf"{either(language.ordinal)}?" if language.ordinal else ""
    year = (
        rf"(?:{group('named', either(language.year_name) + ' ?')}?{group('y', _YEAR)}"
        rf"{group('worded', r'\s?' + either(language.year_word))}?|{group('ry', relative('year'))})"
    )
    joined = (
        f"(?:{group('dash', DASH)}|,?\\s(?:{group('to', either(language.day_to))}"
        f"|{group('and', either(language.day_and))}|{group('or', either(language.day_or))})\\s{article})"
    )
    fillers: dict[str, Callable[[], str]] = {
        "iso": lambda: (
            rf"{group('y', r'(?:19|20)\d\d')}(?:-{group('n', r'\d\d')}(?:-{group('d', _DAY)})?(?!-)"
            rf"|(?P<sep_{at}>[/.])\s?{group('n2', r'\d\d?')}(?P=sep_{at})\s?{group('d2', _DAY)}\.?)"
        ),
        "numeric": lambda: (
            rf"{group('a', r'\d\d?')}(?:\.\s?{group('n', r'\d\d?')}\.\s?{group('y', _YEAR)}"
            rf"|{group('sign', '[/-]')}{group('b', r'\d\d?')}[/-]{group('y2', _YEAR)})"
            rf"{group('worded', r'\s?' + either(language.year_word))}?"
        ),
        "weekday": lambda: f"(?:{group('w', several(language.weekdays))},?\\s(?:{either(language.the)}\\s)?)",
        "list": lambda: (
            rf"(?:{group('between', either(language.day_between) + r'\s' + article)}?"
            rf"{group('list', rf'{_DAY}{ordinal}(?:, {_DAY}{ordinal}){{0,8}}')}{joined})"
        ),
        "joined": lambda: joined,
        "dash": lambda: group("dash", DASH),
        "z": lambda: rf"{group('z', _DAY)}",
        "d": lambda: group("d", _DAY),
        "n": lambda: group("n", "1[0-2]|0?[1-9]"),
        "k": lambda: group("k", several((r"\d\d?", *language.numbers.get("ones", ())))),
        "m": lambda: (
            group("m", either(map(_spelled, _longest(language.months)))) + r"(?!\w)(?:\.(?=,?\s?\d))?"
        ),
        "y": lambda: year,
        "w": lambda: group("w", several(language.weekdays)) + language.time_of_day,
        "s": lambda: either(group(f"s{n}", either(_split(w))) for n, w in enumerate(language.seasons, 1)),
        "q": lambda: either(group(f"q{n}", either(_split(w))) for n, w in enumerate(language.quarters, 1)),
        "h": lambda: either(group(f"h{n}", either(_split(w))) for n, w in enumerate(language.halves, 1)),
        "t": lambda: group("t", r"(?:19|20)[1-9]0"),
        "r": lambda: group("r", relative("")),
        "last": lambda: group("last", either(language.last)),
        "next": lambda: group("next", either(language.next)),
        "part": lambda: group("part", either(language.part_of)),
        "ordinal": lambda: ordinal,
        "of": lambda: rf"(?:{either(language.of_month)}\s)?",
    }

    def filled(match: re.Match[str]) -> str:
        name = match[1]
        return group(f"r{name[2:]}", relative(name[2:])) if name.startswith("r-") else fillers[name]()

    own = re.sub(r"\(\?P<(\w+)>", rf"(?P<\1_{at}>", form)
    return re.sub(r"\{([a-z][a-z-]*)\}", filled, own).replace(" ", r"\s")


def _split(names: str) -> list[str]:
    """Return the spellings of one name, the longest first; those in brackets stay together.

    Example:
        >>> _split("q1|(?:1st|first) quarter")
        ['(?:1st|first) quarter', 'q1']
    """
    depth, cuts = 0, [-1]
    for at, char in enumerate(names):
        depth += (char == "(") - (char == ")")
        cuts += [at] * (char == "|" and depth == 0)
    parts = [names[a + 1 : b] for a, b in zip(cuts, [*cuts[1:], len(names)], strict=True)]
    return sorted(parts, key=len, reverse=True)


def _longest(names: Iterable[str]) -> list[str]:
    return sorted({word for one in names for word in one.split("|")}, key=len, reverse=True)


def _spelled(word: str) -> str:
    """Return a pattern of a name with and without its marks: "märz", "marz" and "maerz"."""
    return "".join(
        f"(?:{c}|{fold(c)}e?)" if not c.isascii() and normalize("NFD", c)[0].isascii() else c for c in word
    )
