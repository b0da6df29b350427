"""Plain text: a line is a line. Rule `text-lines-1`."""

from __future__ import annotations

import re
from pathlib import PurePath

from kg.sources.originals.derived import Derived
from kg.sources.originals.encoding import decoded
from kg.sources.originals.html import begins
from kg.sources.originals.lines import line
from kg.sources.originals.payload import Payload
from kg.sources.originals.refused import import_of
from kg.system import reading

RULE = "text-lines-1"
MEDIA_TYPE = "text/plain"
MOST = reading.TEXT
"""Bytes of a text."""
LESS = "divide it into several"
_TAG = re.compile(
    r"</?(?:p|div|span|a|br|table|tr|td|li|ul|body|html|head|meta|h[1-6]|w:\w+|item|text)\b[^<>]*>", re.I
)


def fits(head: bytes, name: str) -> bool:
    """Return whether it could be text: what no other format takes and is not binary."""
    return True


def derived(payload: Payload) -> Derived:
    """Return the non-empty lines of a text.

    Raises:
        CallError: it is markup, a table or binary, or its encoding is not clear.
    """
    text, encoding = decoded(payload)
    if sum(c < " " and c not in "\t\n\r\f\v\x1b" for c in text[:4096]) * 50 > min(len(text), 4096):
        raise payload.wrong("it is a binary file", "add a text, PDF, HTML, DOCX or WARC file")
    lines = tuple(
        plain for each in re.split(r"\r\n|[\n\r\f\v\x85\u2028\u2029]", text) if (plain := line(each))
    )
    _prose(payload, text, lines)
    if not lines:
        raise payload.wrong("there is no text in it", "add a file with text")
    said = [f"converted from {encoding}"] if encoding else []
    return Derived(
        lines, RULE, "kg", MEDIA_TYPE, payload.sha256, encoding=encoding, notes=(*said, *_wrapped(text))
    )


def _prose(payload: Payload, text: str, lines: tuple[str, ...]) -> None:
    """Refuse what is no prose.

    Raises:
        CallError: it is markup or a table; says what takes it.
    """
    tags = len(_TAG.findall(text[:100_000]))
    if begins(text[:4096].encode()) or (tags >= 3 and tags * 200 > len(text[:100_000])):
        page = PurePath(payload.name).with_suffix(".html").name
        raise payload.wrong(
            "it is markup, whose tags would end up in citations",
            f"rename it to {page}; `kg add {page}` takes the article out of it",
        )
    if text.lstrip()[:1] in ("{", "[") and _is_json(text, lines):
        raise payload.wrong("it is JSON, not prose", import_of(payload.name))
    for sign, word in (("\t", "tabs"), (";", "semicolons"), (",", "commas"), ("|", "bars")):
        rows = [each.count(sign) for each in text.splitlines()[:200] if each.strip()]
        usual = max(set(rows), key=rows.count, default=0)
        if len(rows) >= 3 and usual >= 2 and rows.count(usual) * 10 >= len(rows) * 9:
            raise payload.wrong(
                f"it is a table: {usual + 1} columns divided by {word}", import_of(payload.name)
            )


def _is_json(text: str, lines: tuple[str, ...]) -> bool:
    import json

    for each in (text, lines[0]):
        try:
            json.loads(each)
        except (ValueError, RecursionError):
            continue
        return True
    return False


def _wrapped(text: str) -> list[str]:
    """Say when paragraphs seem to run over several lines, as in texts broken at 72 characters."""
    blocks = [block.splitlines() for block in re.split(r"\r?\n\s*\n", text)]
    inner = [len(each) for block in blocks for each in block[:-1]]
    if len(inner) < 5 or max(inner) > 100 or sum(n >= 50 for n in inner) * 5 < len(inner) * 4:
        return []
    return [
        f"paragraphs seem to run over several lines of up to {max(inner)} characters; each line is one here"
    ]
