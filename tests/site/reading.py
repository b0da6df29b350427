"""Reading a site as a crawler does: every page parsed, every link followed."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

MANIFEST = "kg-site.json"
"""Written by `publish`, not made by `build`."""
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
ADDRESSES = {
    "href",
    "src",
    "srcset",
    "action",
    "data",
    "poster",
    "formaction",
    "background",
    "cite",
    "longdesc",
    "xlink:href",
}


class Tag(NamedTuple):
    name: str
    attributes: dict[str, str]


INERT = "application/ld+json"
"""Type of an element `script` that is data, and runs nothing."""


class Parsed(HTMLParser):
    """A page: its elements, ids, texts, and what is wrong with how they are nested."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []
        self.faults: list[str] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        self.faults += [f"<{name}> is never closed" for name in self._open]

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(name, {key: value or "" for key, value in attributes}))
        if len({key for key, _ in attributes}) < len(attributes):
            self.faults.append(f"<{name}> has an attribute twice")
        if name not in VOID:
            self._open.append(name)

    def handle_endtag(self, name: str) -> None:
        if not self._open or self._open[-1] != name:
            self.faults.append(f"</{name}> where {self._open[-3:]} is open at {self.getpos()}")
        else:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if "script" not in self._open and "style" not in self._open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    @property
    def ids(self) -> list[str]:
        return [tag.attributes["id"] for tag in self.tags if "id" in tag.attributes]

    def of(self, name: str) -> list[dict[str, str]]:
        return [tag.attributes for tag in self.tags if tag.name == name]


def links(page: Parsed) -> list[str]:
    return [value for tag in page.tags for key, value in tag.attributes.items() if key in ADDRESSES]


def dangling(files: Mapping[str, bytes], parsed: Mapping[str, Parsed]) -> list[str]:
    """Return every link within the site that leads to no file or to no place in one."""
    dead = []
    for path, page in parsed.items():
        for link in links(page):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            there = (
                posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
                if parts.path
                else path
            )
            if there not in files and there != MANIFEST:
                dead.append(f"{path}: {link} leads to no file")
            elif (
                parts.fragment
                and there in parsed
                and not there.endswith(("view.html", "explore.html"))
                and unquote(parts.fragment) not in parsed[there].ids
            ):
                dead.append(f"{path}: {link} leads to no place")
    return dead


def outside(page: Parsed) -> list[str]:
    """Return the addresses of other hosts that a page would load, not only link to."""
    loaded = [
        value
        for tag in page.tags
        if tag.name != "a"
        for key, value in tag.attributes.items()
        if key in ADDRESSES
        and not (tag.name == "link" and tag.attributes.get("rel") in ("canonical", "alternate"))
    ]
    return [value for value in loaded if urlsplit(value).netloc or urlsplit(value).scheme not in ("", "data")]
