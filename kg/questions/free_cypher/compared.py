"""Comparisons that no row can meet: a day with text, a number with text, a list with one of its items.

Cypher answers them with null or false instead of an error, so a statement finds nothing without a word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from kg.errors import Problem
from kg.model import table
from kg.questions.statement_text import bare

_TOKEN = re.compile(
    r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\$\w+|\d[\d_]*(?:\.\d+)?|(?:STARTS|ENDS)\s+WITH\b"""
    r"|[^\W\d]\w*(?:\.[^\W\d]\w*)*|=~|<=|>=|<>|\.\.|[^\s\w]",
    re.I,
)
_COMPARE = ("=", "<>", "<", ">", "<=", ">=")
_ASK_TEXT = ("STARTS WITH", "ENDS WITH", "CONTAINS", "=~")
_MORE = ("+", "-", "*", "/", "%", "^", "(", "[", ".")
"""What makes more of an operand than the one word that we look at; the last three only behind it."""
_HOLDS = {"day": "days", "number": "numbers", "truth": "true or false", "list": "lists"}
_IS = {"day": "a day", "number": "a number", "list": "a list"}
_DAY = "'YYYY-MM-DD'"
_PYTHON = {str: "text", int: "number", float: "number", bool: "truth", date: "day", list: "list"}


class _Side(NamedTuple):
    """One side of a comparison: how it is written, what it holds, and what the items of a list are."""

    text: str
    sort: str = ""
    is_property: bool = False
    items: frozenset[str] = frozenset()


def never_fit(statement: str, given: Mapping[str, Any]) -> list[str]:
    """Return a remark on each comparison of a property with what it never holds.

    Args:
        statement: Cypher.
        given: the values of its parameters.

    Example:
        >>> never_fit("MATCH (c:Claim) WHERE c.said >= '2024-10-11' RETURN c", {})
        ["c.said holds days and '2024-10-11' is text: they never compare; write date('2024-10-11')."]
        >>> never_fit("MATCH (c:Claim) WHERE c.said >= date($day) RETURN c", {"day": "2024-10-11"})
        []
    """
    tokens = [*_own(_TOKEN.findall(bare(statement)))]
    remarks = []
    for left, sign, right in (*_compared(tokens, given), *_in_patterns(tokens, given)):
        for one, other in ((left, right), (right, left)):
            if one.is_property and (remark := _remark(one, sign, other, asked=one is left)):
                remarks.append(str(Problem(remark)))
                break
    return list(dict.fromkeys(remarks))


def _own(tokens: list[str]) -> Iterator[str]:
    """Yield the words; of `row.said`, where row is no node and no edge of a pattern, only the point."""
    bound = {
        name
        for opens, name, then in zip(*(tokens[i:] for i in range(3)), strict=False)
        if opens in ("(", "[") and then in (":", ")", "]", "{", "*")
    }
    for token in tokens:
        owner, point, _ = token.partition(".")
        yield token if not point or not owner.isidentifier() or owner in bound else point


def _compared(tokens: list[str], given: Mapping[str, Any]) -> Iterator[tuple[_Side, str, _Side]]:
    """Yield what is compared by a sign between two sides."""
    named = _named(tokens)
    padded = ["", "", *tokens, "", ""]
    for i, token in enumerate(padded):
        sign = " ".join(token.upper().split())
        if sign not in (*_COMPARE, *_ASK_TEXT, "IN"):
            continue
        left = _Side("") if padded[i - 2] in _MORE[:6] else _side(padded[i - 1], given, named)
        if padded[i + 1] == "[":
            right = _listed(padded[i + 1 :], given, named)
        else:
            right = _Side("") if padded[i + 2] in _MORE else _side(padded[i + 1], given, named)
        yield left, sign, right


def _in_patterns(tokens: list[str], given: Mapping[str, Any]) -> Iterator[tuple[_Side, str, _Side]]:
    """Yield what the braces of a node or an edge in a pattern ask for: `(c:Claim {said: '2024-10-11'})`."""
    inside = False
    for opens, _, name, colon, value, after in zip(*(tokens[i:] for i in range(6)), strict=False):
        if name == "{":
            inside = opens in ("(", "[", ":", "|", "*", "..")
        inside = inside and name != "}"
        if inside and colon == ":" and after in (",", "}"):
            yield _Side(name, table.property_sorts().get(name, ""), True), "=", _side(value, given, {})


def _named(tokens: list[str]) -> Mapping[str, str]:
    """Return what the names hold that a statement gives to properties: `WITH c.said AS day`."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for before, of, word, name in zip(*(tokens[i:] for i in range(4)), strict=False):
        if word.upper() == "AS":
            is_whole = before.upper() in (",", "WITH", "RETURN", "DISTINCT")
            found[name].add(_side(of, {}, {}).sort if is_whole else "")
    return {name: sorts.pop() for name, sorts in found.items() if len(sorts) == 1}


def _side(token: str, given: Mapping[str, Any], named: Mapping[str, str]) -> _Side:
    """Return what one word holds; nothing where that cannot be told."""
    shown = token if len(token) <= 40 else f"{token[:39]}…"
    if token[:1] in ("'", '"'):
        return _Side(shown, "text")
    if token[:1] == "$":
        value = given.get(token[1:])
        items = frozenset(_PYTHON.get(type(item), "") for item in value) if isinstance(value, list) else ()
        return _Side(shown, _PYTHON.get(type(value), ""), items=frozenset(items))
    if token[:1].isdigit():
        return _Side(shown, "number")
    if token.lower() in ("true", "false"):
        return _Side(shown, "truth")
    owner, _, name = token.partition(".")
    if not name:
        return _Side(shown, named.get(owner, ""), owner in named)
    return _Side(shown, table.property_sorts().get(name, ""), True)


def _listed(tokens: list[str], given: Mapping[str, Any], named: Mapping[str, str]) -> _Side:
    """Return what a list in brackets holds whose items are single words."""
    end = tokens.index("]") if "]" in tokens else 0
    items = [_side(token, given, named) for token in tokens[1:end:2]]
    is_plain = all(comma == "," for comma in tokens[2:end:2])
    return _Side(items[0].text if items else "", "list", items=frozenset(s.sort for s in items if is_plain))


def _remark(one: _Side, sign: str, other: _Side, *, asked: bool) -> str:
    """Return what is wrong with a comparison of a property, empty when it can be met."""
    holds = f"{one.text} holds {_HOLDS.get(one.sort, one.sort)}"
    if sign in _ASK_TEXT:
        if one.sort in ("", "text"):
            return ""
        instead = f"{other.text} IN {one.text}" if one.sort == "list" else f"toString({one.text})"
        return f"{holds}, and {sign} asks for text; write {instead}."
    if sign == "IN":
        if not asked:
            return "" if one.sort in ("", "list") else f"{holds}, and IN asks for a list; write =."
        if other.sort != "list":
            return f"{other.text} is no list, as IN asks for; write =." if other.sort and one.sort else ""
        if not one.sort or not other.items or other.items & {one.sort, ""}:
            return ""
        held = " and ".join(sorted(_HOLDS.get(s, s) for s in other.items))
        return f"{holds} and the list holds {held}: they never compare{_instead(one, other, other.items)}."
    if not one.sort or not other.sort or one.sort == other.sort:
        return ""
    held = _IS.get(other.sort, other.sort)
    return f"{holds} and {other.text} is {held}: they never compare{_instead(one, other, {other.sort})}."


def _instead(one: _Side, other: _Side, held: Collection[str]) -> str:
    """Return what to write instead, where that can be told."""
    if one.sort == "list":
        return f"; write {other.text} IN {one.text}"
    if one.sort == "day" and "number" in held:
        return f"; write {one.text}.year"
    if one.sort == "day":
        is_day = other.is_property or re.fullmatch(r"\$\w+|.\d{4}-\d\d-\d\d.", other.text)
        day = f"date({other.text if is_day else _DAY})"
        return (
            f"; write [day IN {other.text} | date(day)]"
            if other.text[:1] == "$" and other.items
            else f"; write {day}"
        )
    if other.text[:1] == "$" and "text" in held:
        return "; give it without quotes"
    if one.sort in ("number", "truth") and "text" in held:
        return "; write it without quotes"
    return ""
