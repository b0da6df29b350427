"""Files of stores that can be built again at will, by one process at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import StoreError
from kg.model.sharing import FEW, HeldBack

if TYPE_CHECKING:
    from kg.store import Store
    from kg.store.embedded.store import EmbeddedStore


RULE = 1
"""Raised when other facts than before belong to a collection: what was kept is built again."""


class Loaded(NamedTuple):
    """What a store holds, as its fingerprint tells."""

    whole: str
    """The fingerprint of all facts of which it holds a part."""
    collection: str = ""
    """The collection to which it is narrowed; empty for all."""
    held_back: HeldBack | None = None
    """What is held back of it; small counts are 1."""


def part_of(loaded: str, collection: str, held: HeldBack | None = None) -> str:
    """Return the fingerprint of a part of what has a fingerprint.

    Example:
        >>> parts(part_of("5be1", "kp-ru")).collection, parts("5be1")
        ('kp-ru', Loaded(whole='5be1', collection='', held_back=None))
        >>> parts(part_of("5be1", "", HeldBack(7, 2, "green"))).held_back
        HeldBack(claims=7, documents=1, mark='green', reviewed=False)
    """
    if held is None:
        return f"{loaded} {collection} {RULE}"
    counts = (min(n, 1) if n < FEW else n for n in held[:2])
    return " ".join(
        map(str, (loaded, collection or "-", RULE, *counts, held.mark or "-", int(held.reviewed)))
    )


def parts(loaded: str) -> Loaded:
    """Return what a fingerprint tells of a store."""
    whole, *rest = loaded.split(" ")
    if len(rest) not in (2, 6) or rest[1] != str(RULE):
        return Loaded(loaded)
    none = {"-": None}
    if len(rest) == 2:
        return Loaded(whole, rest[0])
    claims, documents, mark, reviewed = rest[2:]
    held = HeldBack(int(claims), int(documents), none.get(mark, mark), reviewed == "1")
    return Loaded(whole, none.get(rest[0], rest[0]) or "", held)


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
