"""Where everything stands in the site.

Addresses that stay as long as the ids do, and relative links between them.

A fact has the page `kind/id.html`; a claim stands on the page of what it is about, under its id. What belongs
to a page beside it (drawings, rows, the viewer) is in the folder `kind/id/`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from posixpath import relpath
from typing import NamedTuple

from kg.model import table
from kg.picture.looks import kind_of

_TAKEN = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]|index")
"""Names that a file cannot have on some systems, or that have a meaning on servers."""


class Section(NamedTuple):
    """Where the pages of facts of one role stand: their folder, and the page that lists them."""

    folder: str
    list: str


SECTIONS = {
    "event": Section("event", "events"),
    "actor": Section("actor", "actors"),
    "goods": Section("weapon", "weapons"),
    "document": Section("document", "documents"),
    "place": Section("place", "places"),
    "topic": Section("topic", "topics"),
}
"""Sections by the role of kinds, in the order of the site; facts of other roles have no page of their own."""


def section(labels: Iterable[str]) -> str:
    """Return the folder of the pages for facts with some labels; empty when they have no page of their own.

    Example:
        >>> section(("Event", "Shipment")), section(("Claim",))
        ('event', '')
    """
    kind = table.kinds().get(kind_of(labels))
    return SECTIONS[kind.role].folder if kind and kind.role in SECTIONS else ""


def stem(id_: str) -> str:
    """Return the name that stands for an id in addresses.

    Ids are lower case, digits and hyphens, so that an underscore tells what had to be written otherwise.

    Example:
        >>> stem("kp-troops"), stem("con"), stem("../x")
        ('kp-troops', 'con_', '_2e_2e_2fx')
    """
    plain = re.sub(
        r"[^a-z0-9-]",
        lambda m: "".join(f"_{byte:02x}" for byte in m[0].encode("utf-8", "surrogatepass")),
        id_,
    )
    if len(plain) > 120:
        from hashlib import sha256

        plain = f"{plain[:60]}_{sha256(id_.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
    return f"{plain}_" if _TAKEN.fullmatch(plain) else plain


class Addresses:
    """The page of every fact.

    Example:
        >>> places = Addresses({"kp": "actor/kp.html"}, {"c": "kp"})
        >>> places.link("event/e.html", "c"), places.link("actor/kp.html", "c")
        ('../actor/kp.html#c', '#c')
        >>> places.link("index.html", "nobody")
        ''
    """

    def __init__(
        self, pages: Mapping[str, str], homes: Mapping[str, str], hidden: Collection[str] = ()
    ) -> None:
        """Keep the paths of pages by id, for claims the id of what they are about, and which have no room."""
        self.pages = pages
        self._homes, self._hidden = homes, hidden

    def page(self, id_: str) -> str:
        """Return the path of the page that shows a fact, with the place in it; empty when none does.

        A claim about a claim stands on the page of that claim.
        """
        home = self._homes.get(id_)
        met = {id_}
        while home is not None and home in self._homes and home not in met:
            met.add(home)
            home = self._homes[home]
        if home is not None:
            path = self.pages.get(home, "")
            return f"{path}#{stem(id_)}" if path and id_ not in self._hidden else path
        return self.pages.get(id_, "")

    def link(self, here: str, id_: str) -> str:
        """Return the relative address of a fact as seen from a page; empty when it has none."""
        page = self.page(id_)
        return relative(here, page) if page else ""


def relative(here: str, there: str) -> str:
    """Return the address of a file of the site as seen from another one.

    Example:
        >>> relative("event/a.html", "site/site.css")
        '../site/site.css'
        >>> relative("a.html", "a.html#x"), relative("a.html", "b.html")
        ('#x', 'b.html')
    """
    path, mark, place = there.partition("#")
    if path == here:
        return f"#{place}" if mark else path.rpartition("/")[2]
    folder, _, name = path.rpartition("/")
    return _way(here.rpartition("/")[0], folder) + name + mark + place


@cache
def _way(here: str, there: str) -> str:
    """Return the way from one folder of the site to another: empty, or with a slash at its end."""
    way = relpath(there or ".", here or ".")
    return "" if way == "." else f"{way}/"
