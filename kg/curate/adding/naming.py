"""What documents and their files are called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from datetime import date
from itertools import count

from kg.language.fold import in_latin

_LONGEST = 60


def slug(text: str) -> str:
    """Return words as an id: lower case Latin letters, digits and single hyphens; empty when none are left.

    Example:
        >>> slug("Süddeutsche Zeitung, Nr. 5"), slug("Straße"), slug("Kyiv's Новая газета")
        ('suddeutsche-zeitung-nr-5', 'strasse', 'kyivs-novaya-gazeta')
    """
    plain = unicodedata.normalize("NFKD", re.sub("['’]", "", text.replace("ß", "ss")))
    plain = in_latin("".join(c for c in plain if not unicodedata.combining(c)))
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST].strip("-")


def document_id(outlet: str, published: date, taken: Container[str]) -> str:
    """Return the outlet and the day, with a number where several documents share both.

    Example:
        >>> document_id("post", date(2026, 1, 5), {"post-2026-01-05"})
        'post-2026-01-05-2'
    """
    name = f"{outlet[:_LONGEST].rstrip('-')}-{published}"
    return next(one for n in count(1) if (one := name if n == 1 else f"{name}-{n}") not in taken)


def file_name(document: str, published: date) -> str:
    """Return the name of a document's file of facts: its day, then the rest of its id.

    Example:
        >>> file_name("post-2026-01-05", date(2026, 1, 5)), file_name("post-2026-01-05-2", date(2026, 1, 5))
        ('2026-01-05-post.yaml', '2026-01-05-post-2.yaml')
    """
    rest = document.replace(str(published), "").strip("-").replace("--", "-")
    return f"{published}{'-' * bool(rest)}{rest}.yaml"
