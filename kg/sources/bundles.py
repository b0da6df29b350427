"""Facts inside a bundle of STIX 2.1 by `kg export stix`: each is whole in the extension of an object."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

EXTENSION = "extension-definition--8b3f0c52-6c4e-5d0f-9a57-1f6f2b7f1a9d"
"""Id of the extension that holds a fact: `kind`, and `fact` with the fields of that kind."""


def lines_in(text: bytes) -> Iterator[bytes]:
    """Yield the facts in a bundle as lines of `kg export jsonl`, and empty ones for what stands beside them.

    As the bundle is written, each line has the number that its object has there.

    Example:
        >>> held = {EXTENSION: {"kind": "state", "fact": {"id": "kp", "name": "North Korea"}}}
        >>> [*lines_in(json.dumps({"objects": [{"extensions": held}, {"type": "malware"}]}).encode())]
        [b'', b'{"type": "state", "id": "kp", "name": "North Korea"}', b'']
    """
    try:
        bundle = json.loads(text)
    except (ValueError, RecursionError):
        return
    yield b""
    for each in _under(bundle, "objects", list):
        held = _under(_under(each, "extensions", dict), EXTENSION, dict)
        if "kind" in held:
            line = {"type": held["kind"], **_under(held, "fact", dict)}
            yield json.dumps(line, ensure_ascii=False).encode(errors="surrogatepass")
        else:
            yield b""


def _under(value: Any, key: str, kind: type[Any]) -> Any:
    """Return what stands under a key when it is of a kind, else nothing of that kind."""
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, kind) else kind()
