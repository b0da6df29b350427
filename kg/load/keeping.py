"""Files of stores that can be built again at will, by one process at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kg.errors import StoreError

if TYPE_CHECKING:
    from kg.store import Store
    from kg.store.embedded.store import EmbeddedStore


RULE = 1
"""Raised when other facts than before belong to a collection: what was kept is built again."""


def mark(loaded: str, collection: str) -> str:
    """Return the fingerprint of one collection of what has a fingerprint.

    Example:
        >>> parts(mark("5be1", "kp-ru")), parts("5be1")
        (('5be1', 'kp-ru'), ('5be1', ''))
    """
    return f"{loaded} {collection} {RULE}"


def parts(loaded: str) -> tuple[str, str]:
    """Return the fingerprint of the whole and the collection that a store holds of it, empty for all."""
    whole, _, rest = loaded.partition(" ")
    return (whole, rest.partition(" ")[0]) if rest.endswith(f" {RULE}") else (loaded, "")


def spare(place: str, told: Callable[[str], None]) -> EmbeddedStore:
    """Return a store whose file counts as absent when it is damaged, of which `told` hears."""
    from kg.store.embedded.store import EmbeddedStore

    return EmbeddedStore(place, spare=told)


def fingerprint_in(opened: Store) -> str | None:
    """Return the fingerprint of a store, or None when it cannot be read."""
    try:
        return opened.fingerprint()
    except StoreError:
        return None


def fill(place: str, told: Callable[[str], None], load: Callable[[Store], None]) -> bool:
    """Build a file when it is this process's turn; return whether it was.

    Args:
        place: the file.
        told: hears of a file that is damaged.
        load: fills the store, unless another process did so in the meantime.

    Raises:
        StoreError: the file cannot be written.
    """
    with spare(place, told) as opened, opened.turn() as mine:
        if mine:
            load(opened)
        return mine
