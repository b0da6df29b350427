"""Where a number is no figure: part of a name, a day, a time, an age, an ordinal, a mark of a note."""

from __future__ import annotations

import re

from kg.language.number_amounts import Form
from kg.language.number_digits import CALIBRE
from kg.language.number_patterns import Patterns
from kg.language.number_units import followed_by_nothing

_BACK = 60
"""How many characters before a number are looked at."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_TELEPHONE = re.compile(r"\+\d[\d ()-]*$|\(0\d+\)\s?$")
_AREA = re.compile(r"\s?\(\d{2,5}\)\s?\d")
"""A code of an area after the first digits of a telephone number."""
_COMPARED = re.compile(
    r"(?:%|\w*percent|prozent|pour cent|процент\w*|відсотк\w*|\bраза?|\bрази|\btimes|\bmal|\bfois),?\s$", re.I
)
"""How many more than a number: "30 percent more than 2,000"."""
_OVER = re.compile(r"(?:Over|Über)\s")
"""What says, where a sentence begins, how long something took: "Over 18 months, 240 containers left"."""
_LIST = re.compile(r"[.)]\s")
_ORDINAL = re.compile(r"\.\s+\w|\.-")
_ACRONYM = re.compile(r"(?<!\w)[A-ZА-ЯЁІЇЄ]+[.:#]?[ -]?(?:No\.? ?)?$")
_CAPITAL = re.compile(
    r"(?:^|[^\w.!?:»“\"„(\s—–-][\"»”)]?\s)\s*([^\W\d_a-zа-яёіїєґàâçéèêëîïôûùüÿñæœäöß][\w’'-]*)[ -]$"
)
_FIRST = re.compile(r"(?:^|[.!?:—–-]\s|[»“\"„(])([^\W\d_][\w’'-]*)\s$")


def no_figure(text: str, read: Form, p: Patterns, unit: str | None) -> bool:
    """Return whether what is around a number says that it is none of ours."""
    start, end = read.start, read.end
    before, after = text[max(0, start - _BACK) : start], text[end : end + _BACK]
    if read.numerals and read.numerals[0].doubtful and before.endswith(("'", "’")):
        return True
    span = unit is not None and unit in p.words.spans
    if span and (p.span_before.search(before) or p.span_after.match(text, _word_end(text, end))):
        return True
    if read.vague:
        return False
    if span and _OVER.match(text, start):
        return True
    denied = p.denied.search(before) and not p.doubted.search(before)
    turned = (denied or _COMPARED.search(before)) and read.hedged and None in (read.low, read.high)
    if turned or p.far_hedge.search(before) or p.not_after.search(before) or p.doubt_before.search(before):
        return True
    if p.not_before.match(after) or CALIBRE.match(after) or _AREA.match(after):
        return True
    if read.hedged and read.unit is None and unit is None and _dated(text, read, p):
        return True
    if read.hedged or read.unit:
        return False
    return _named(text, read, p, unit, before, after)


def _word_end(text: str, at: int) -> int:
    word = re.compile(r"[\s-]*\w+").match(text, at)
    return word.end() if word else at


def is_year(text: str, read: Form) -> bool:
    """Return whether the digits of a form look like years."""
    return all(n.bare and _YEAR.fullmatch(text, n.start, n.end) for n in read.numerals) and bool(
        read.numerals
    )


def _dated(text: str, read: Form, p: Patterns) -> bool:
    """Return whether a number is a year or the day of a month."""
    small = any(
        n.bare and n.value is not None and (n.value <= 31 or _YEAR.fullmatch(text, n.start, n.end))
        for n in read.numerals
    )
    if not small:
        return False
    first, last = read.numerals[0], read.numerals[-1]
    year = is_year(text, read)
    before = text[max(0, first.start - _BACK) : first.start]
    return bool(year or p.month_before.search(before) or p.month_after.match(text, last.end))


def _named(text: str, read: Form, p: Patterns, unit: str | None, before: str, after: str) -> bool:
    """Return whether a number without a hedge belongs to a name or a list."""
    first, last = read.numerals[0], read.numerals[-1]
    bare = first.bare and last.bare
    printed = text[first.start : first.end]
    if printed[0].isupper() and text[: first.start].rstrip(' "“„«(')[-1:] not in ("", *".!?:…\n"):
        return True
    decimal = re.fullmatch(r"\d+[.,]\d+", printed) is not None and first is last
    loose = bare or decimal or first.own
    if (loose and p.identifier.search(before)) or (unit is None and _dated(text, read, p)):
        return True
    if _TELEPHONE.search(before) or (decimal and unit is None and followed_by_nothing(text, read.end)):
        return text.strip(" .,;:") != printed
    if not bare:
        return False
    small = (last.value or 0) <= 31
    if small and (p.month_before.search(before) or p.month_after.match(after)):
        return True
    cell = re.search(r"\|\s*$", before) or re.match(r"\s*\|", after)
    wrapped = re.search(r"[(\[]\s?$", before) and re.match(r"\s?[)\]]", after)
    aged = re.search(r",\s$", before) and re.match(r"\s?,", after)
    listed = not before.strip() and _LIST.match(after)
    ordinal = unit is None and (last.value or 0) <= 100 and _ORDINAL.match(after)
    if cell or wrapped or aged or listed or ordinal or _ACRONYM.search(before) or p.name.search(before):
        return True
    if unit is None and (len(printed) > 6 or (read.dashed and len(printed) < 4)):
        return True
    return _after_a_name(before, unit, p) or bool(
        unit is None
        and p.words.nouns_capital is False
        and re.search(r"\bthe $", before)
        and re.match(r" [A-Z]", after)
    )


def _after_a_name(before: str, unit: str | None, p: Patterns) -> bool:
    """Return whether a word with a capital letter stands before, so that the number may belong to a name."""
    initial = _FIRST.search(before)
    if unit == "percent":
        return False
    if initial:
        known = p.opener.fullmatch(initial[1]) or p.hedges.at(initial[1], 0)
        return initial[1][0].isupper() and not known and not (p.words.nouns_capital and unit)
    capital = _CAPITAL.search(before)
    return bool(capital and not (p.words.nouns_capital and unit))
