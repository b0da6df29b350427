"""How much one expression of a free statement may build on a Neo4j server.

A server counts the memory of rows and ends what runs too long between two rows. What happens inside one
expression it neither counts nor interrupts: `reduce` that doubles a text, a list of lists of numbers. So the
text is looked at before it is sent. An expression has a factor: how many times longer its value can be than
the longest value in it. Rows (`UNWIND`, `MATCH`, `collect`) have none; the server bounds them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import prod
from typing import Any, NamedTuple

from kg.errors import Problem
from kg.store.neo4j.tree import CLAUSES, Group, Part, depth, is_loop, names, split, tokens, tree, word

MOST = 100_000_000
"""The most characters or items that one expression may build."""
SHORTEST = 100
"""What the longest value counts at least: how long the texts in the graph are is not known here."""
CHARACTER = 50
"""How many times more memory a character takes as an item of a list."""
DEEPEST = 60
"""The most brackets inside brackets."""
WORDS = 300
"""The most words and signs of one expression: a server can take minutes to read 500 times NOT."""
TEXT = 20_000
"""The most characters of a statement: a plan takes more than the text."""

_APART = frozenset(
    ", and or xor not in contains starts ends is as distinct by = < > <= >= <> =~ ; : |".split()
)
"""What stands between values that do not become one."""
_LOOPS = frozenset("reduce allreduce any all none single".split())
_SMALL = frozenset("size length head last isempty exists count any all none single".split())
"""Functions whose value is small, whatever they are given."""


class _Beyond(Exception):
    """Why an expression can grow beyond every bound, and what to do."""

    def __init__(self, what: str, todo: str = "use rows (UNWIND, collect) instead") -> None:
        super().__init__(what)
        self.todo = todo


class _Place(NamedTuple):
    """Where a part stands.

    Attributes:
        values: of the parameters.
        longest: how long the longest value is.
        bound: names that loops around it gave to their items.
        walks: loops around it that walk a whole list.
        kept: what it builds stays in a list around it.
    """

    values: Mapping[str, Any]
    longest: int
    bound: frozenset[str] = frozenset()
    walks: int = 0
    kept: bool = False


def problem(statement: str, values: Mapping[str, Any], name: str) -> Problem | None:
    r"""Return why a statement is refused, or None.

    Args:
        statement: Cypher, which may be wrong.
        values: of its parameters.
        name: how messages call the store.

    Example:
        >>> print(problem("RETURN reduce(s = 'x', i IN range(1, 60) | s + s)", {}, "x"))
        x: reduce(...) uses s more than once a step, so that it can double; use rows (UNWIND, collect) instead
        >>> problem("MATCH p = (c:Claim)-[:RELAYS*]->() RETURN [n IN nodes(p) | n.id]", {}, "x")
    """
    plain = re.sub(r"\\u+([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), statement)
    try:
        for text in {statement, plain}:  # a server may read the code of a letter as the letter
            if len(text) > TEXT:
                raise _Beyond(f"the statement has more than {TEXT:,} characters", "give values as parameters")
            parts = tree(text)
            if depth(parts) > DEEPEST:
                raise _Beyond(f"there are more than {DEEPEST} brackets inside each other", "use fewer")
            written = (token for token in tokens(text) if token[0] in "'\"")
            _factor(
                parts, _Place(values, max((SHORTEST, *map(len, written), *map(_length, values.values()))))
            )
    except _Beyond as why:
        return Problem(f"{name}: {why}", todo=why.todo)
    return None


def _length(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return sum(1 + _length(item) for item in items)


def _factor(parts: list[Part], place: _Place) -> int:
    """Return the factor of a statement or an expression: what one clause builds, the next can build on."""
    clauses = split(_rows(parts), CLAUSES)
    if max(len(piece) for clause in clauses for piece in split(clause, ",")) > WORDS:
        raise _Beyond(f"an expression has more than {WORDS} words and signs", "use fewer")
    factor = prod(max(_sum(piece, place) for piece in split(clause, _APART)) for clause in clauses)
    if factor > 1 and factor * place.longest > MOST:
        raise _Beyond("an expression multiplies ranges, sums or lists to more than a server can hold")
    return factor


def _rows(parts: list[Part]) -> list[Part]:
    """Leave the word out of `UNWIND range(...) AS`: it makes rows, not a list."""
    return [
        part
        for i, part in enumerate(parts)
        if not (
            word(part) == "range"
            and i > 0
            and word(parts[i - 1]) == "unwind"
            and [word(after) for after in parts[i + 2 : i + 3]] == ["as"]
        )
    ]


def _sum(piece: list[Part], place: _Place) -> int:
    operands = [operand for operand in split(piece, ("+", "||")) if not _is_literal(operand)]
    return max(1, sum(_operand(operand, place) for operand in operands))


def _operand(operand: list[Part], place: _Place) -> int:
    if len(operand) == 1 and isinstance(operand[0], str) and operand[0][:1] == "$":
        value = place.values.get(operand[0][1:])
        return max(1, len(value)) if isinstance(value, list) else 1
    preceding: list[Part] = ["", *operand]
    factors = [
        _group(before, part, place)
        for before, part in zip(preceding, operand, strict=False)
        if isinstance(part, Group)
    ]
    return max((1, *factors))


def _group(before: Part, group: Group, place: _Place) -> int:
    called = word(before) if group.kind == "(" else ""
    if group.kind == "[" and is_loop(group.parts):
        return _loop(group.parts, place, keeps=True)
    if called in _LOOPS:
        return _reduce(group.parts, place) if "reduce" in called else _loop(group.parts, place, keeps=False)
    if called == "range":
        return _range(group.parts, place)
    if called == "replace":
        return _replaced(group.parts, place) * _factor(group.parts, place)
    if called in _SMALL:
        _factor(group.parts, place._replace(kept=False))
        return 1
    if group.kind == "case":
        return max(_factor(branch, place) for branch in split(group.parts, ("when", "then", "else")))
    if group.kind == "[" and "|" in group.parts:  # of a pattern: what it binds is walked from there
        pattern = split(group.parts, "|")[0]
        place = place._replace(bound=place.bound | names(pattern), walks=place.walks + 1, kept=True)
    elif group.kind in ("[", "{") and not any(word(part) in CLAUSES for part in group.parts):
        return max(1, sum(_factor(item, place) for item in split(group.parts, ",") if not _is_literal(item)))
    return _factor(group.parts, place) * (CHARACTER if called == "split" else 1)


def _loop(parts: list[Part], place: _Place, keeps: bool) -> int:
    """Return the factor of `name IN list WHERE condition | value`."""
    head, *values = split(parts[2:], "|")
    walked, *conditions = split(head, ("where",))
    inside = _inside(place, parts[0], walked, keeps)
    for condition in conditions:
        _factor(condition, inside._replace(kept=False))
    factor = _factor(walked, place) * prod(_factor(value, inside) for value in values)
    return factor if keeps else 1


def _reduce(parts: list[Part], place: _Place) -> int:
    """Return the factor of `total = first, name IN list | step`."""
    first, *rest = split(parts, ",")
    loop = [part for piece in rest[:1] for part in piece]
    if len(first) < 3 or not is_loop(loop):
        return _factor(parts, place)
    total = first[0]
    head, *steps = split(loop[2:], "|")
    step = [part for piece in steps for part in piece]
    counts = len(first) == 3 and str(first[2])[:1].isdigit()
    inside = _inside(place, loop[0], head, not counts)
    if _uses(step, total, inside) > 1:
        raise _Beyond(f"reduce(...) uses {total} more than once a step, so that it can double")
    last = _factor(step, inside._replace(bound=inside.bound | {str(total)}))
    return _factor(first[2:], place) + _factor(head, place) * last


def _inside(place: _Place, item: Part, walked: list[Part], keeps: bool) -> _Place:
    """Return the place inside a loop over a list."""
    whole = not names(walked) <= place.bound
    if whole and place.walks and (place.walks > 1 or (keeps and place.kept)):
        raise _Beyond("a list inside a list walks the whole of another one")
    return place._replace(
        bound=place.bound | {str(item)}, walks=place.walks + whole, kept=keeps or place.kept
    )


def _uses(parts: list[Part], total: Part, place: _Place) -> int:
    """Return how often the total of a reduce is part of what a step makes of it."""
    most = 0
    for piece in split(parts, _APART):
        uses = 0
        for before, part in zip(["", *piece], piece, strict=False):
            if isinstance(part, str):
                uses += part.lstrip("_") == str(total).lstrip("_")
            elif word(before) not in _SMALL:
                uses += _uses_inside(word(before), part, total, place)
        most = max(most, uses)
    return most


def _uses_inside(called: str, group: Group, total: Part, place: _Place) -> int:
    if group.kind == "case":  # of the branches only one comes about, and a condition is no part of it
        branches = [split(piece, ("when",))[0] for piece in split(group.parts, ("then", "else"))[1:]]
        return max((0, *(_uses(branch, total, place) for branch in branches)))
    items = [_uses(item, total, place) for item in split(group.parts, (",", "|"))]
    again = called in _LOOPS or is_loop(group.parts)
    if called == "replace" and any(items):
        again = items[-1] > 0 or _replaced(group.parts, place) > 1
    return (sum(items) if group.kind in ("[", "{") or again else max(items)) * (2 if again else 1)


def _range(parts: list[Part], place: _Place) -> int:
    """Return how many numbers there are, and how many more than things in a list that is measured."""
    ends = [_end(argument, place) for argument in split(parts, ",")[:2]]
    (low, measured), (high, also) = ends if len(ends) == 2 else [(0, False), (0, False)]
    return max(1, abs(low) + abs(high)) if measured or also else abs(high - low) + 1


def _end(argument: list[Part], place: _Place) -> tuple[int, bool]:
    """Return the number at an end of a range, and whether the size of something is added to it."""
    number, measured, sign, before = 0, False, 1, ""
    for part in argument:
        value: Any = part
        if isinstance(part, str):
            value = place.values.get(part[1:]) if part[:1] == "$" else part.replace("_", "")
        if part == "-":
            sign = -1
        elif isinstance(value, int) or (isinstance(value, str) and value.isdecimal()):
            number += sign * int(value)
            sign = 1
        elif isinstance(part, Group) and before in ("size", "length"):
            measured = _factor(part.parts, place) >= 1
        elif part != "+" and word(part) not in ("size", "length"):
            raise _Beyond(
                "the ends of range(...) are neither numbers nor sizes, nor does it stand behind UNWIND"
            )
        before = word(part)
    return number, measured


def _replaced(parts: list[Part], place: _Place) -> int:
    """Return how many times longer replace makes a text."""
    texts = [_text(argument, place) for argument in split(parts, ",")]
    if len(texts) != 3:
        return 1
    _, old, new = texts
    if new is None:
        raise _Beyond("what replace(...) puts in is neither written out nor a parameter")
    return max(1, len(new) + 1 if not old else -(-len(new) // len(old)))


def _text(argument: list[Part], place: _Place) -> str | None:
    """Return a text that is written out or a parameter."""
    part = argument[0] if len(argument) == 1 and isinstance(argument[0], str) else ""
    value = place.values.get(part[1:]) if part[:1] == "$" else part[1:-1] if part[:1] in ("'", '"') else None
    return value if isinstance(value, str) else None


def _is_literal(parts: list[Part]) -> bool:
    return not parts or (len(parts) == 1 and isinstance(parts[0], str) and parts[0][0] in "'\"0123456789")
