"""Values as FollowTheMoney keeps them: what it takes out of texts, names and addresses is not written."""

from __future__ import annotations

import re
import unicodedata

from kg.formats.text import harmless

_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2060-\u2064\ufeff]")
_SPACE = re.compile("[\u0a00\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_QUOTED = re.compile(r"""["'](.*)["']""")

_LINES, _DOUBLE = re.compile("[\n\t;]"), re.compile(r",\s?[,.]")
_ADDRESS = re.compile(r"(https?://([^@/?#\s]*@)?([\w-]+\.)*[\w-]{2,63}(:[0-9]{1,4})?)(/?)(.*)")


def tidy(text: str, kind: str) -> str:
    """Return a value of a property as it is kept; empty where nothing is left of it.

    A text that a spreadsheet would run begins with an apostrophe, in both files, so that they say the same.

    Args:
        text: the value.
        kind: the type of the property.

    Example:
        >>> tidy('"Wagner"', "name"), tidy("https://example.org", "url"), tidy("=1", "text")
        ('Wagner', 'https://example.org/', "'=1")
    """
    text = _SPACE.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()
    if kind == "name":
        quoted = _QUOTED.fullmatch(text)
        text = " ".join((quoted[1] if quoted else text).split())
    elif kind == "address":
        text = " ".join(_DOUBLE.sub(", ", _LINES.sub(", ", text)).split())
    elif kind == "url":
        found = _ADDRESS.fullmatch(text)
        text = f"{found[1]}/{found[6].rstrip('?#')}" if found else ""
    safe = str(harmless(text))
    return safe.rstrip("\"'") if kind == "name" and safe != text else safe
