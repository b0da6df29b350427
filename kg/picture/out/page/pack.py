"""Data as inert text: JSON, compressed, in letters that no markup is made of."""

from __future__ import annotations

import base64
import gzip
import json
from typing import Any


def pack(value: Any) -> str:
    r"""Return a value as base64 of gzip of ASCII JSON; the same value gives the same text.

    Nothing in it can end the element it stands in, and nothing in it runs. The page reads it with
    `DecompressionStream`.

    Raises:
        ValueError: the value holds a number that JSON has no word for.

    Example:
        >>> unpack(pack({"</script>": "\u202e"}))
        {'</script>': '\u202e'}
    """
    return pack_text(json.dumps(value, ensure_ascii=True, separators=(",", ":"), allow_nan=False))


def pack_text(text: str) -> str:
    """Return a text as base64 of gzip; the same text gives the same letters."""
    return base64.b64encode(gzip.compress(text.encode(), 7, mtime=0)).decode("ascii")


def unpack(text: str) -> Any:
    """Return what `pack` packed."""
    return json.loads(unpack_text(text))


def unpack_text(text: str) -> str:
    """Return what `pack_text` packed."""
    return gzip.decompress(base64.b64decode(text)).decode()
