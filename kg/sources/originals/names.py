"""Names of classes and ids that sites give to what stands beside an article. Part of `html-blocks-1`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMES = (
    "ad|ads|adv|advert|advertisement|advertising|banner|breadcrumbs?|comments?|consent|cookies?|disqus|donate|gdpr"
    "|login|menu|modal|most-read|nav|navbar|navigation|newsletter|outbrain|pagination|paywall|popular|popup|promo"
    "|recommended|related|share|sharing|sidebar|skip|social|sponsor|sponsored|subscribe|taboola|tags|teasers?"
    "|toolbar|trending|wm-ipp(?:-base|-print)?"
)
_DAYS = "date|datetime|pubdate|published|timestamp"
_NAMED = re.compile(rf"(?:^|[_-])(?:{_NAMES}|{_DAYS})(?:$|[_-])", re.I)
_PARTS = (
    "area|articles|banner|bar|block|box|container|links|list|notice|overlay|posts|section|slot|stories|thread|unit"
    r"|widget|wrap|wrapper|\d+"
)
_MARKED = re.compile(rf"(?:{_NAMES})(?:[_-](?:{_PARTS}))*", re.I)
"""An id that is one of the names; a heading gives its words to its section, as in `social-unrest`."""
_WORDS = 4
"""The words of a class name; longer ones are made of headlines."""


def is_named(element: _Element) -> bool:
    """Return whether the names of an element say that it is no part of an article."""
    names = [each for each in (element.get("class") or "").split() if len(re.split("[_-]", each)) <= _WORDS]
    return any(map(_NAMED.search, names)) or _MARKED.fullmatch(element.get("id") or "") is not None
