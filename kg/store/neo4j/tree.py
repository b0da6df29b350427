"""The text of a statement as words and signs, what stands in brackets as groups; nothing is refused here."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"""\s+|//[^\n]*|/\*.*?(?:\*/|\Z)"""
    r"""|(?P<token>'(?:\\.|[^'\\])*'?|"(?:\\.|[^"\\])*"?|`[^`]*`?|\d[\w]*(?:\.\d+)?|\$?\w+|\|\||\.\.|[<>]=|<>|=~|\S)""",
    re.S,
)
CLAUSES = frozenset(
    "match optional with return unwind call union where order skip limit yield let filter for next".split()
)
"""What begins a clause, which builds on the clause before."""
_WORDS = frozenset(
    "in where and or xor not null true false is case when then else end contains starts ends with"
    " as distinct by".split()
)
_CLOSES = {")": "(", "]": "[", "}": "{"}


class Group(NamedTuple):
    """What stands between brackets, or between CASE and END.

    Attributes:
        kind: the opening bracket, `case`, or nothing for the whole statement.
        parts: what stands inside.
    """

    kind: str
    parts: list[Part]


Part = str | Group


def tokens(text: str) -> Iterator[str]:
    """Yield words, signs and quoted texts; comments are left out, quoted names lose their quotes.

    A quoted name that would read as something else gets a line before it.

    Example:
        >>> [*tokens("RETURN `a`.x || 'it\\\\'s' // done")]
        ['RETURN', 'a', '.', 'x', '||', "'it\\\\'s'"]
    """
    for found in _TOKEN.finditer(text):
        token = found["token"]
        if token and token[0] == "`":
            name = re.sub(r"\W", "_", token.strip("`"))
            token = name if name.isidentifier() and name.lower() not in CLAUSES | _WORDS else f"_{name}"
        if token:
            yield token


def tree(text: str) -> list[Part]:
    """Return the parts of a statement; brackets that do not fit close what is open.

    Example:
        >>> tree("(CASE WHEN a THEN b END)")
        [Group(kind='(', parts=[Group(kind='case', parts=['WHEN', 'a', 'THEN', 'b'])])]
    """
    open_groups = [Group("", [])]
    before = ""
    for token in tokens(text):
        said = "" if before == "." else token.lower()  # a property may be called case or end
        if token in _CLOSES:
            while len(open_groups) > 1 and open_groups.pop().kind == "case":
                pass
        elif said == "end" and open_groups[-1].kind == "case":
            open_groups.pop()
        else:
            kind = token if token in "([{" else "case" if said == "case" else ""
            open_groups[-1].parts.append(Group(kind, []) if kind else token)
            if kind:
                open_groups.append(open_groups[-1].parts[-1])  # type: ignore[arg-type]
        before = token
    return open_groups[0].parts


def split(parts: list[Part], signs: Collection[str]) -> list[list[Part]]:
    """Split at words or signs that stand outside of brackets.

    Example:
        >>> split(["a", "+", "b", "+", Group("(", ["c", "+", "d"])], "+")
        [['a'], ['b'], [Group(kind='(', parts=['c', '+', 'd'])]]
    """
    found: list[list[Part]] = [[]]
    for part in parts:
        if isinstance(part, str) and part.lower() in signs:
            found.append([])
        else:
            found[-1].append(part)
    return found


def names(parts: list[Part]) -> set[str]:
    """Return the names of values, however deep: no functions, properties, labels or parameters.

    Example:
        >>> sorted(names(tree("[x IN nodes(p) WHERE x.id = $id | x.id + a]")))
        ['a', 'p']
    """
    found: set[str] = set()
    for before, part, after in zip(["", *parts], parts, [*parts[1:], ""], strict=False):
        if isinstance(part, Group):
            found |= names(part.parts) - ({str(part.parts[0])} if is_loop(part.parts) else set())
        elif part.isidentifier() and part.lower() not in _WORDS and before not in (".", ":"):
            found |= set() if isinstance(after, Group) and after.kind == "(" else {part}
    return found


def is_loop(parts: list[Part]) -> bool:
    """Return whether it reads `name IN list ...`."""
    return len(parts) > 2 and isinstance(parts[0], str) and word(parts[1]) == "in"


def word(part: Part) -> str:
    """Return a word in small letters; a group is none."""
    return part.lower() if isinstance(part, str) else ""


def depth(parts: list[Part]) -> int:
    """Return how deep groups are nested, without going deeper than Python does."""
    level, deepest = parts, 0
    while level := [p for part in level if isinstance(part, Group) for p in part.parts]:
        deepest += 1
    return deepest
