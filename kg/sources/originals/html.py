"""HTML: one block of the article is one line. Rule `html-blocks-1`."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from kg.errors import agreed, number_of
from kg.sources.originals.article import Article
from kg.sources.originals.derived import Derived, Says
from kg.sources.originals.encoding import decoded
from kg.sources.originals.lines import line
from kg.sources.originals.metadata import letters, says
from kg.sources.originals.payload import Payload
from kg.system.extras import needed, tool

if TYPE_CHECKING:
    from lxml.html import HtmlElement

RULE = "html-blocks-1"
MEDIA_TYPE = "text/html"
MOST = 40_000_000
"""Bytes of a page with the images that were saved in it."""
_MOST_TEXT = 10_000_000
"""Characters of a page without these: what an article needs is a hundredth."""
_ARTICLE = 1_000
"""Characters below which a page that asks for a password may lack its article."""
LESS = "save the article alone, or its text"
_IMAGE = re.compile(r"data:[\w/+.-]*;base64,[A-Za-z0-9+/=]+")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)""", re.I)
_BEGINS = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_HTML = (".html", ".htm", ".xhtml", ".shtml")


def fits(head: bytes, name: str) -> bool:
    """Return whether a file begins as HTML, or is named so; what is named a text is none."""
    ending = PurePath(name).suffix.lower()
    return ending in _HTML or (ending not in (".txt", ".md") and begins(head))


def begins(head: bytes) -> bool:
    """Return whether these bytes begin a page of HTML."""
    return bool(_BEGINS.match(head.replace(b"\0", b"")))


def derived(payload: Payload) -> Derived:
    """Return the blocks of the article in a page as lines, the headline first.

    Raises:
        CallError: there is no text in it, or its encoding is not clear.
    """
    needed("readability", "HTML pages")
    from lxml import html
    from lxml.etree import ParserError

    named = _CHARSET.search(payload.raw[:4096])
    text, encoding = decoded(payload, named[1].decode("ascii", "replace") if named else None, forgiving=True)
    text = _IMAGE.sub("", re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    if len(text) > _MOST_TEXT:
        raise payload.wrong(f"the page holds more than {_MOST_TEXT:,} characters", LESS)
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        page = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except ParserError as error:
        raise payload.wrong("there is no text in the page", _TODO) from error
    if any("Excessive depth" in str(each.message) for each in parser.error_log):
        raise payload.wrong("the elements of the page are nested too deeply to be read", _TODO)
    said = says(page, payload.uri)
    article = Article(page)
    lines = article.lines()
    title = _headline(page, said)
    if title and title.casefold() not in {each.casefold() for each in lines}:
        lines.insert(0, title)
    if not any(each != title for each in lines):
        what = "there is no article in the page: it may be a list of links, or filled by a program"
        raise payload.wrong(what, _TODO)
    return Derived(
        tuple(lines),
        RULE,
        tool("readability-lxml", "lxml"),
        MEDIA_TYPE,
        payload.sha256,
        encoding=encoding,
        says=said,
        notes=tuple(_notes(encoding, lines, page)),
    )


_TODO = "print the page to a PDF in a browser, or copy its text to a text file, and add that"


def _headline(page: HtmlElement, said: Says) -> str:
    """Return the headline: the h1 or h2 that the title names, else the only h1, else the title."""
    title = said.title.value if said.title else ""
    heads = [head for each in page.iter("h1") if (head := line(each.text_content()))]
    named = [
        head
        for head in heads
        if title and (letters(head) in letters(title) or letters(title) in letters(head))
    ]
    return max(named, key=len) if named else heads[0] if len(heads) == 1 and not title else title


def _notes(encoding: str | None, lines: list[str], page: HtmlElement) -> list[str]:
    notes = [f"converted from {encoding}"] if encoding else []
    broken = sum(each.count("\ufffd") for each in lines)
    if broken:
        stand = agreed(broken, "stands", "stand")
        notes.append(f"{number_of(broken, 'character')} could not be read and {stand} as \ufffd")
    if sum(map(len, lines)) < _ARTICLE and page.xpath("//input[@type='password']"):
        notes.append("the page asks for a password and has little text: look whether the article is in it")
    return notes
