"""The text of free statements: where one ends, and which parameters it uses.

What stands in quotes and comments counts for neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PARTS = re.compile(
    r"""(?P<quiet>//[^\n]*|/\*.*?(?:\*/|\Z)|'(?:\\.|[^'\\])*(?:'|\Z)|"(?:\\.|[^"\\])*(?:"|\Z)|`[^`]*(?:`|\Z))"""
    r"|\$(?:(?P<word>\w+)|`(?P<quoted>[^`]+)`)|(?P<end>;)",
    re.S,
)


def parameters_in(statement: str) -> list[str]:
    """Return the names of the parameters that a statement uses, each once, in the order of their first use.

    Example:
        >>> parameters_in("MATCH (n {id: $id}) WHERE n.name = '$no' RETURN n // $neither")
        ['id']
    """
    names = (part["word"] or part["quoted"] for part in _PARTS.finditer(statement))
    return list(dict.fromkeys(name for name in names if name))


def split(text: str) -> tuple[list[str], str]:
    """Split a text at its semicolons: whole statements, and what comes after the last one.

    Example:
        >>> split("RETURN ';' AS a; RETURN 2")
        (["RETURN ';' AS a"], ' RETURN 2')
    """
    statements, last = [], 0
    for part in _PARTS.finditer(text):
        if part["end"]:
            statements.append(text[last : part.start()].strip())
            last = part.end()
    return [statement for statement in statements if bare(statement)], text[last:]


def one(text: str) -> list[str]:
    """Return the statements of a text, the last one with or without a semicolon.

    Example:
        >>> one("RETURN 1; // done")
        ['RETURN 1']
    """
    statements, rest = split(text)
    return [*statements, *([rest.strip()] if bare(rest) else [])]


def bare(text: str) -> str:
    """Return a text without comments; empty when nothing else is in it.

    Example:
        >>> bare("// nothing"), bare("RETURN 1 /* one */")
        ('', 'RETURN 1')
    """
    return "".join(_outside(text)).strip()


def _outside(text: str) -> Iterator[str]:
    last = 0
    for part in _PARTS.finditer(text):
        if part[0].startswith(("//", "/*")):
            yield text[last : part.start()]
            last = part.end()
    yield text[last:]


def quiet(text: str, mark: str = "") -> str:
    """Blank out comments, quoted texts and quoted names, keeping every position.

    Args:
        text: Cypher.
        mark: what stands at the beginning of each quoted text, at most two signs.

    Example:
        >>> quiet("RETURN 'SET' AS x // SET")
        'RETURN       AS x       '
        >>> quiet("RETURN 'SET' AS x", "''")
        "RETURN ''    AS x"
    """

    def blank(part: re.Match[str]) -> str:
        return (mark if part[0][0] in "'\"" else "").ljust(len(part[0])) if part["quiet"] else part[0]

    return _PARTS.sub(blank, text)
