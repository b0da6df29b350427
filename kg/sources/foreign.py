"""What a file is that holds no facts of ours: known by its first bytes, said by its name."""

from __future__ import annotations

import json
import re
from itertools import pairwise

from kg.model.kinds import registry

HEAD = 2**16
"""Bytes at the beginning of a file that tell what it is."""

AS_FACTS = (
    "write what it says as facts, each with who said it and where, as docs/jsonl.md or docs/curating.md show"
)
"""What to do with a file of another model."""
AS_ROWS = "'kg import LAYOUT FILE' makes facts of its rows, as docs/importing.md shows"
"""What to do with a table."""

STIX = "a STIX bundle", AS_FACTS
"""What a bundle is; one that we wrote holds facts."""
_EXCEL = "a spreadsheet (Excel)"
_MAGIC = (
    (rb"PK\x03\x04.{0,60}mimetypeapplication/vnd\.oasis\.opendocument\.spreadsheet", "a spreadsheet (ODS)"),
    (rb"PK\x03\x04.{0,60}mimetypeapplication/vnd\.oasis\.opendocument", "an OpenDocument file"),
    (rb"PK\x03\x04.*(?:xl/|\[Content_Types\]\.xml.*xl/)", _EXCEL),
    (rb"PK\x03\x04.*word/", "a Word document"),
    (rb"PK\x03\x04", "a ZIP archive or an Office file"),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a spreadsheet or document of old Office (XLS, DOC)"),
    (rb"%PDF-", "a PDF"),
    (rb"PAR1", "a Parquet file"),
    (rb"SQLite format 3\0", "an SQLite database"),
    (rb"WARC/\d", "a web archive (WARC)"),
)
_JSON = (
    (r'"type"\s*:\s*"bundle"|"spec_version"\s*:\s*"2|"id"\s*:\s*"[a-z-]+--[0-9a-f]{8}-', STIX[0]),
    (
        r'"type"\s*:\s*"(?:FeatureCollection|Feature|GeometryCollection|Point|LineString|(?:Multi)?Polygon)"',
        "GeoJSON",
    ),
    (r'"schema"\s*:\s*"[A-Z]\w+"', "a file of FollowTheMoney (FtM)"),
    (r'"@(?:context|graph|id)"\s*:', "JSON-LD"),
)
_XML = re.compile(r"<(?:\?xml|!--|!DOCTYPE)[^>]*>\s*|<([\w:]+)", re.I)
_YAML = re.compile(r"(?:#.*\n|---\s*\n|\s*\n)*[a-z_]+:[ \t]*(?:\[.*)?\n[ \t]*(?:-|#)")
_SEPARATORS = ",;\t|"


def foreign(head: bytes) -> tuple[str, str] | None:
    """Return what a file is and what to do with it, or None when it may hold lines of facts.

    Args:
        head: its first bytes, unpacked, at most `HEAD`.

    Example:
        >>> foreign(b'{"type": "bundle", "id": "bundle--1", "objects": []}')[0]
        'a STIX bundle'
        >>> foreign(b"supplier;recipient;year\\nAA;BB;2024\\n")[0], foreign(b'{"type": "state", "id": "aa"}')
        ('a table (CSV)', None)
    """
    for pattern, what in _MAGIC:
        if re.match(pattern, head, re.S):
            return what, AS_ROWS if what == _EXCEL else AS_FACTS
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "a text in UTF-16", "save it as UTF-8"
    text = head.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n").lstrip()
    first = text.split("\n", 1)[0].strip()
    if text.startswith(("{", "[")):
        return None if _is_fact(first) else _json(text)
    if text.startswith("<"):
        root = next((match[1] for match in _XML.finditer(text) if match[1]), "")
        return (
            "a web page (HTML)" if root.lower() == "html" else f"XML ({root})" if root else "XML"
        ), AS_FACTS
    if _YAML.match(text):
        return "a seed file (YAML)", "name the folder that it lies in with --seeds DIR, without a file"
    if _is_table(text):
        statements = first.startswith(("canonical_id,", "id,entity_id,"))
        return ("statements of FollowTheMoney (CSV)" if statements else "a table (CSV)"), AS_ROWS
    return None


def _is_fact(line: str) -> bool:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and value.get("type") in tuple(registry())


def _json(text: str) -> tuple[str, str] | None:
    for pattern, what in _JSON:
        if re.search(pattern, text):
            return what, AS_FACTS
    if re.match(r"\[\s*\{", text):
        return (
            "a JSON list",
            "write each of its objects on a line of its own, without brackets and commas around",
        )
    return None


def _is_table(text: str) -> bool:
    """Return whether two lines in a row have as many of one separator, or the only line has some."""
    lines = [line for line in text.split("\n")[:40] if line.strip()]
    if len(lines) == 1:
        return any(lines[0].count(mark) > 1 for mark in _SEPARATORS)
    counts = [[line.count(mark) for mark in _SEPARATORS] for line in lines]
    return any(a and a == b for pair in pairwise(counts) for a, b in zip(*pair, strict=True))
