"""What EDTF has and `kg` does not take: told by its name, with what to write instead."""

from __future__ import annotations

import re

_PARTS_OF_A_YEAR = {
    25: "21",
    26: "22",
    27: "23",
    28: "24",
    29: "09/11",
    30: "12/02",
    31: "03/05",
    32: "06/08",
    33: "01/03",
    34: "04/06",
    35: "07/09",
    36: "10/12",
    37: "01/04",
    38: "05/08",
    39: "09/12",
    40: "01/06",
    41: "07/12",
}
"""Seasons of either half of the earth, quarters, thirds and halves of a year, by their number, as months."""


def _digits(text: str) -> str:
    """Return what to write for unspecified digits.

    Example:
        >>> _digits("202X"), _digits("2022-08-XX"), _digits("XXXX-08-19")
        ('2020/2029', '2022-08', 'the year as well')
    """
    year, *rest = text.rstrip("~?%").split("-")
    if year == "XXXX":
        return "the year as well"
    if "X" in year:
        return f"{year.replace('X', '0')}/{year.replace('X', '9')}"
    known = [part for part in rest if "X" not in part]
    return "-".join([year, *known[: 1 if "X" not in rest[0] else 0]])


def _part_of_a_year(text: str) -> str:
    """Return what to write for the part of a year that a number stands for.

    Example:
        >>> _part_of_a_year("2022-34"), _part_of_a_year("2022-30"), _part_of_a_year("2022-27")
        ('2022-04/2022-06', '2022-12/2023-02', '2022-23')
    """
    year, number = text[:4], int(text[5:7])
    first, slash, last = _PARTS_OF_A_YEAR[number].partition("/")
    end = int(year) + (last < first)
    return f"{year}-{first}/{end:04}-{last}" if slash else f"{year}-{first}"


def _mark_last(text: str) -> str:
    """Return a day with the marks on its parts as one mark behind it.

    Example:
        >>> _mark_last("2022-~08"), _mark_last("2022?-08~"), _mark_last("2022~?")
        ('2022-08~', '2022-08%', '2022%')
    """
    both = "%" in text or ("~" in text and "?" in text)
    return re.sub(r"[~?%]", "", text) + ("%" if both else "~" if "~" in text else "?")


def _instead_of_set(text: str) -> str:
    """Return what to write for days with two dots between.

    Example:
        >>> _instead_of_set("[..2024-05-21]"), _instead_of_set("{2024-05-21..2024-05-24}")
        ('../2024-05-21', '2024-05-21/2024-05-24')
    """
    if "," in text:
        return "each day with a comma between, or the first and the last with a slash"
    first, _, last = text[1:-1].partition("..")
    return f"{first or '..'}/{last or '..'}"


def _unknown_end(text: str) -> str:
    first, _, last = text.replace("unknown", "").replace("open", "").partition("/")
    return f"{first or '..'}/{last or '..'}"


_DAY = r"[0-9]{4}(?:-[0-9]{2}){0,2}"
_MARK = r"[~?%]"
_BEYOND = (
    (rf"(?=.*X)[0-9X]{{4}}(?:-[0-9X]{{2}}){{0,2}}{_MARK}?", "digits left open", _digits),
    (
        rf"[0-9]{{4}}-(?:2[5-9]|3[0-9]|4[01]){_MARK}?",
        "a quarter or another part of the year",
        _part_of_a_year,
    ),
    (rf"(?=.*{_MARK}(?:[-0-9~?%]))[-0-9~?%]{{5,}}", "a mark on a part of a day", _mark_last),
    (r"[{\[].*\.\..*[}\]]", "a set with days between", _instead_of_set),
    (
        rf"(?:unknown|open)?/{_DAY}{_MARK}?|{_DAY}{_MARK}?/(?:unknown|open)?",
        "an end that is unknown",
        _unknown_end,
    ),
    (r"Y-?[0-9]+(?:E[0-9]+)?(?:S[0-9]+)?", "a year of more than four digits", "a year from 0001 to 9999"),
    (r"-[0-9]{4}.*", "a year before the year 1", "a year from 0001 to 9999"),
    (
        r"[0-9]{4}S[0-9]",
        "a year of which only some digits count",
        "the first and the last year with a slash between",
    ),
    (
        r"(?=.*[0-9]T[0-9]).*[/{\[~?%,].*",
        "a time on a clock in a span or with a mark",
        "the days alone, or one time",
    ),
)


def refuse(text: str) -> None:
    """Say what a text is that EDTF has and `kg` does not take; nothing when it is no such text.

    Raises:
        ValueError: it is; with its name and what to write instead.

    Example:
        >>> refuse("202X")
        Traceback (most recent call last):
        ...
        ValueError: '202X': EDTF has this, kg does not take it: digits left open; write 2020/2029
    """
    for pattern, name, instead in _BEYOND:
        if re.fullmatch(pattern, text):
            write = instead if isinstance(instead, str) else instead(text)
            raise ValueError(f"'{text}': EDTF has this, kg does not take it: {name}; write {write}")
