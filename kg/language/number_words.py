"""What the words of one number mean: digits grouped in any way, number words, fractions and scales."""

from __future__ import annotations

import re
from functools import cache

from kg.language.reading import Language, either
from kg.model.bounds import rounded

GAP = "[ \u00a0\u202f\u2009]"
"""What may stand between the parts of one number."""
JOIN = f"(?:{GAP}|-)?"
"""What may stand between a number and its scale: "20 million", "20-million", "20m"."""
DIGITS = (
    r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:['’]\d{3})+(?:[.,]\d+)?"
    rf"|\d{{1,3}}(?:{GAP}\d{{3}})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?![.,'’]?\d)"
)
"""Digits with their separators; what goes on in another way is no number that we can read."""


def number(digits: str) -> float:
    """Return what digits with separators stand for; three digits after a point or comma are thousands.

    Example:
        >>> number("1,788,402.2"), number("10.000"), number("1,50,000"), number("1,8"), number("0.250")
        (1788402.2, 10000, 150000, 1.8, 0.25)
    """
    text = re.sub(r"[\s'’]", "", digits)
    if re.fullmatch(r"[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d+)?", text):
        text = text.replace(",", "")
    elif re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", text):
        text = text.replace(".", "")
    return rounded(float(text.replace(",", ".")))


def value(words: str, language: Language, money: bool = False) -> float | None:
    """Read digits or number words with a scale or fraction; None where they are none.

    Args:
        words: as printed.
        language: whose words they are.
        money: a sign of a currency stands before them, so that "m" is a million.

    Example:
        >>> from kg.language.reading import languages
        >>> english = languages()["en"]
        >>> [value(words, english) for words in ("half a million", "three and a half million", "2-thousand")]
        [500000, 3500000, 2000]
        >>> value("200m", english, money=True)
        200000000
    """
    text, scales = words.casefold(), {**language.scales, **(language.money_scales if money else {})}
    for pattern, share in language.fractions.items():
        found = re.match(rf"(?:{pattern}){JOIN}", text)
        if found and (scale := scales.get(text[found.end() :].strip())):
            return rounded(share * scale)
    halved = re.search(rf"{GAP}{either(language.and_half)}(?!\w)", text) if language.and_half else None
    before, after = (text[: halved.start()], text[halved.end() :]) if halved else (text, "")
    digits = re.match(DIGITS, before)
    if digits:
        total, rest = number(digits[0]), before[digits.end() :] + after
        return rounded((total + (0.5 if halved else 0)) * scales.get(rest.strip(" \u00a0\u202f\u2009-"), 1))
    done, current = 0, 0
    for token in re.findall(_tokens(language), before):
        if token == language.hundred:
            current = (current or 1) * 100
        elif token in language.scales:
            done, current = done + (current or 1) * language.scales[token], 0
        else:
            current += language.ones[token]
    total = done + current + (0.5 if halved else 0)
    return rounded(total * scales.get(after.strip(" -"), 1))


def scale_of(words: str, language: Language, money: bool = False) -> int:
    """Return the last scale in the words of a number, 1 without one: that of "3 million" is a million."""
    scales = {**language.scales, **(language.money_scales if money else {})}
    scales |= {language.hundred: 100} if language.hundred else {}
    names = sorted(scales, key=len, reverse=True)
    found = (
        re.search(rf"(?<![^\W\d_])({'|'.join(map(re.escape, names))})$", words.casefold()) if names else None
    )
    return scales[found[1]] if found else 1


@cache
def _joined_tokens(tokens: tuple[str, ...]) -> str:
    return "|".join(sorted(filter(None, tokens), key=len, reverse=True)) or "(?!)"


def _tokens(language: Language) -> str:
    return _joined_tokens((*language.ones, language.hundred, *language.scales))
