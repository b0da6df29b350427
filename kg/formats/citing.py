"""Citations that other programs read: BibTeX and CSL-JSON, of documents and of claims."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kg.formats.leaving import Loss, called
from kg.language.directions import isolated, joined
from kg.model.kinds import Fact
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.model.spots import spot_words

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    '"': r"{\textquotedbl}",
}
_TYPES = {"report": "report", "statement": "webpage"}


class Entry(NamedTuple):
    """One work: the same for both formats."""

    key: str
    type: str
    """Type of CSL."""
    title: str
    publisher: str
    day: date
    url: str
    language: str
    note: str


def document(fact: Document, facts: Mapping[str, Fact]) -> Entry:
    """Return the entry of a document.

    The title stands in brackets, because it is ours and not the printed one.

    Args:
        fact: the document.
        facts: every fact by id.
    """
    outlet = facts.get(fact.outlet or "")
    news = getattr(outlet, "kind", "") in ("news-outlet", "news-agency")
    kind = _TYPES.get(fact.kind) or ("article-newspaper" if news else "article")
    proof = f"sha256 of the text {fact.sha256}" if fact.held else "not held"
    note = f"Document {fact.id}; title supplied; {proof}"
    return Entry(
        fact.id,
        kind,
        f"[{fact.title}]",
        outlet.caption if outlet else "",
        fact.day,
        fact.url or "",
        fact.language,
        note,
    )


def bibliography(facts: Sequence[Fact]) -> tuple[list[Entry], Loss]:
    """Return the entries of all documents, and what a bibliography does not hold."""
    by_id, loss, entries = {fact.id: fact for fact in facts}, Loss(), []
    for fact in facts:
        if not isinstance(fact, Document):
            loss.leave_out(f"a bibliography has no place for {called(fact).many.lower()}", fact.id)
            continue
        entries.append(document(fact, by_id))
        if fact.published.text != str(fact.day):
            loss.cut("a day of publication that is not one day", fact.id)
        for name in ("agencies", "reprint_of", "translates", "corrects", "collection", "original", "archive"):
            if getattr(fact, name, None):
                loss.cut(f"'{name}'", fact.id)
    return entries, loss


def claim(fact: Claim, facts: Mapping[str, Fact], said: str, address: str) -> list[Entry]:
    """Return the entry of each document that prints a claim; the note says whose words they are, and where.

    Args:
        fact: the claim.
        facts: every fact by id.
        said: who says what, in words.
        address: of the claim on the site.
    """
    entries = []
    for cited in fact.cited:
        printed = facts[cited.document]
        assert isinstance(printed, Document)
        entry = document(printed, facts)
        note = f"{said}; {spot_words(dict(cited) | cited.derived(printed))}; claim {fact.id}; {address}"
        entries.append(entry._replace(key=f"{fact.id}:{printed.id}", note=note))
    return entries


def plain(entry: Entry) -> str:
    """Return an entry as a line of text.

    Example:
        >>> from datetime import date
        >>> plain(Entry("a", "webpage", "[T]", "P", date(2024, 1, 5), "", "en", "A: it is so; paragraph 4"))
        'P, [T], 2024-01-05. A: it is so; paragraph 4.'
    """
    where = joined([entry.publisher, entry.title, str(entry.day), entry.url])
    return f"{where}. {isolated(entry.note)}."


def bibtex(entries: Sequence[Entry]) -> str:
    """Return entries as BibTeX, one blank line between; equal entries give equal text.

    Only `@misc` and fields that every style knows are used, so that BibTeX and biblatex read it.

    Example:
        >>> from datetime import date
        >>> print(bibtex([Entry("a", "webpage", "50% {of} it", "X & Y", date(2024, 1, 5), "", "en", "")]))
        @misc{a,
          author = {{X \\& Y}},
          title = {50\\% {\\textbraceleft}of{\\textbraceright} it},
          year = {2024},
          month = jan,
          day = {5},
          language = {en}
        }
        <BLANKLINE>
    """
    return "\n".join(_bibtex(entry) for entry in entries)


def _bibtex(entry: Entry) -> str:
    fields = [
        ("author", f"{{{{{escaped(entry.publisher)}}}}}" if entry.publisher else ""),
        ("title", f"{{{escaped(entry.title)}}}"),
        ("year", f"{{{entry.day.year:04d}}}"),
        ("month", MONTHS[entry.day.month - 1]),
        ("day", f"{{{entry.day.day}}}"),
        ("url", f"{{{_address(entry.url)}}}" if entry.url else ""),
        ("language", f"{{{escaped(entry.language)}}}" if entry.language else ""),
        ("note", f"{{{escaped(entry.note)}}}" if entry.note else ""),
    ]
    body = ",\n".join(f"  {name} = {value}" for name, value in fields if value)
    return f"@misc{{{re.sub(r'[^A-Za-z0-9:-]', '-', entry.key)},\n{body}\n}}\n"


def escaped(text: str) -> str:
    """Return a text as BibTeX shows it: nothing in it is an order, braces included.

    Example:
        >>> print(escaped("a_b\\n}"))
        a\\_b {\\textbraceright}
    """
    return "".join(_SPECIAL.get(c, c) for c in _line(text))


def _line(text: str) -> str:
    return " ".join(
        "".join(
            " " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c
            for c in text
            if unicodedata.category(c) != "Cs"
        ).split()
    )


def _address(url: str) -> str:
    """Return an address without the characters that would end the field.

    An address never holds them unescaped.
    """
    return "".join(
        (
            c
            if c.isascii() and c.isprintable() and c not in '{}\\"%'
            else c
            if c == "%"
            else f"%{ord(c):02X}"
            if c.isascii()
            else c
        )
        for c in url
    )


def csl(entries: Sequence[Entry]) -> str:
    """Return entries as CSL-JSON, which Zotero, Pandoc and others read."""
    return json.dumps([record(entry) for entry in entries], ensure_ascii=False, indent=1) + "\n"


def record(entry: Entry) -> Mapping[str, object]:
    """Return one entry as an object of CSL-JSON; what is unknown is left out.

    Example:
        >>> from datetime import date
        >>> record(Entry("a", "webpage", "T", "P", date(2024, 1, 5), "", "", ""))["issued"]
        {'date-parts': [[2024, 1, 5]]}
    """
    fields: dict[str, object] = {
        "id": entry.key,
        "type": entry.type,
        "title": entry.title,
        "author": [{"literal": entry.publisher}] if entry.publisher else [],
        "container-title": entry.publisher if entry.type == "article-newspaper" else "",
        "publisher": entry.publisher,
        "issued": {"date-parts": [[entry.day.year, entry.day.month, entry.day.day]]},
        "URL": entry.url,
        "language": entry.language,
        "note": entry.note,
    }
    return {key: value for key, value in fields.items() if value}
