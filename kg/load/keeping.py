"""Files of stores that can be built again at will, by one process at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kg.errors import StoreError

if TYPE_CHECKING:
    from kg.store import Store
    from kg.store.embedded.store import EmbeddedStore


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
