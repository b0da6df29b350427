"""What hedges do to the bounds of a number."""

from __future__ import annotations

from dataclasses import replace

from kg.language.number_amounts import Form, blank
from kg.language.number_patterns import MARKS, Patterns
from kg.language.number_words import numeral

_MOST = 5
"""How many hedges may stand before a number."""
_FLIPPED = {"more-than": "at-most", "less-than": "at-least"}


def hedges(text: str, at: int, p: Patterns) -> tuple[list[str], int]:
    """Return what stands before a number, by what it does, and where the number begins."""
    names: list[str] = []
    while len(names) < _MOST:
        negated, found = p.negations.match(text, at), p.hedges.at(text, at)
        if negated and names[-1:] != ["not"] and (not found or found[1] <= negated.end()):
            names.append("not")
            at = blank(text, negated.end())
            continue
        if found and found[0] == "unclear" and numeral(text, at, p):
            return names, at
        if found and not p.vague.at(text, at):
            names.append(found[0])
            at = blank(text, found[1])
        elif text[at : at + 1] in MARKS and text[at : at + 1]:
            names.append(MARKS[text[at]])
            at = blank(text, at + 1)
        else:
            return names, at
    return [*names, "unclear"], at


def _meant(names: list[str]) -> tuple[str | None, bool] | None:
    """Return the bound that hedges set and whether the number is about right; None where that is unclear."""
    bounds, about, turned = set[str](), False, False
    for name in names:
        if name == "unclear" or (turned and name not in _FLIPPED):
            return None
        if name == "not":
            turned = True
        elif name == "about":
            about = True
        else:
            bounds.add(_FLIPPED[name] if turned else name)
            turned = False
    unclear = len(bounds) > 1 or (about and bounds & _FLIPPED.keys())
    return None if turned or unclear else (next(iter(bounds), None), about)


def _bounded(read: Form, bound: str | None, about: bool) -> Form:
    low = None if bound in ("at-most", "less-than") else read.low
    high = None if bound in ("at-least", "more-than") else read.high
    rough = about or (read.approximate and bound is None)
    return replace(
        read, low=low, high=high, low_open=bound == "more-than", high_open=bound == "less-than",
        approximate=rough, hedged=read.hedged or bool(bound or about),
    )  # fmt: skip


def hedged(read: Form, names: list[str], text: str, p: Patterns) -> Form:
    """Return a form with what the hedges before and behind it do to its bounds."""
    meant = _meant(names)
    if meant is None or (len(read.numerals) > 1 and meant[0] in ("more-than", "less-than")):
        return replace(read, known=False)
    if names and read.known:
        read = replace(_bounded(read, *meant), own=True)
    return after_hedge(read, text, read.end, p)


def after_hedge(read: Form, text: str, at: int, p: Patterns) -> Form:
    """Return a form with the hedge behind it, or behind what it counts, if one stands at a place."""
    found = p.after.at(text, at if p.words.mixed else blank(text, at)) or p.after.at(text, at)
    if not found or not read.known:
        return read
    if not p.words.mixed and numeral(text, blank(text, found[1]), p):
        return read  # it is the hedge of the next number
    name, end = found
    scale = p.scales.at(text, blank(text, end))
    if scale or read.vague or read.hedged or name == "unclear" or len(read.numerals) > 1:
        return replace(read, end=max(read.end, scale[1] if scale else end), known=False)
    own = read.own or any(char.isalpha() for char in text[at:end])
    return replace(_bounded(read, name, name == "about"), end=max(read.end, end), own=own)
