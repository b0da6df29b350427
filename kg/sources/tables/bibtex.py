"""Bibliographies in BibTeX or BibLaTeX: each entry is a row with its key, its type and its fields."""

from __future__ import annotations

import json
import logging
import re
from typing import Any

from kg.sources.tables.encoding import decoded
from kg.sources.tables.json_rows import table_of
from kg.sources.tables.layout import Reader
from kg.sources.tables.table import Table, refusal
from kg.system.extras import needed, tool

BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|%[^\n]*\n)*@[A-Za-z]+\s*[{(]")
"""How such a file begins: comments, then the first entry."""
VERBATIM = ("url", "doi", "file", "eprint")
"""Fields in which nothing is a command."""
_BARE = re.compile(r"(?<!\\)%")
"""What TeX takes for the beginning of a comment, and people write for percent."""


def read(raw: bytes, name: str, reader: Reader) -> Table:
    """Read a bibliography; see `kg.sources.tables.reading.read_table`."""
    needed("bibtexparser", "BibTeX files")
    from bibtexparser.entrypoint import parse_string

    text, encoding = decoded(raw, reader.encodings, name)
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what is wrong is told below
    library = parse_string(text)
    for block in library.failed_blocks:
        what = str(getattr(block, "error", "") or "the entry cannot be read").split("\n")[0]
        line = (block.start_line or 0) + 1
        raise refusal(f"no BibTeX: {what}", name, line, todo="correct the entry, or export the file again")
    records = [
        ((entry.start_line or 0) + 1, json.dumps(_row(entry), ensure_ascii=False))
        for entry in library.entries
    ]
    return table_of(records, raw, name, reader, "application/x-bibtex", tool("bibtexparser"), encoding)


def _row(entry: Any) -> dict[str, str]:
    fields = {key.lower(): str(field.value) for key, field in entry.fields_dict.items()}
    plain = {key: value if key in VERBATIM else letters(value) for key, value in fields.items()}
    if "date" not in plain and "year" in plain:
        plain["date"] = "-".join(plain[part] for part in ("year", "month", "day") if part in plain)
    return {"key": entry.key, "type": entry.entry_type.lower(), **plain}


def letters(value: str) -> str:
    r"""Return a value without the braces that keep capitals, and with letters for their commands.

    Example:
        >>> letters(r'{Howitzers} {\"u}ber Land, 50% \& more')
        'Howitzers über Land, 50% & more'
    """
    from pylatexenc.latex2text import LatexNodes2Text  # bibtexparser brings it

    text: str = LatexNodes2Text().latex_to_text(_BARE.sub(r"\%", value))
    return " ".join(text.replace("{", "").replace("}", "").split())
