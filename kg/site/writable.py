"""Which formats a site can offer."""

from __future__ import annotations

from importlib.util import find_spec

from kg.formats import Format, formats


def writable() -> dict[str, Format]:
    """Return the formats of facts whose libraries are installed, by name."""
    return {name: each for name, each in formats("facts").items() if all(map(find_spec, each.needs[1:]))}
