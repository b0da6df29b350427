"""What a store holds before a load: that of the last one, if nobody wrote since, and nothing of others."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from kg.errors import Problem, StoreError, number_of

if TYPE_CHECKING:
    from kg.store.protocol import Store


def seal_of(content: str, beside: str | None) -> str:
    """Return what a store remembers of a load: the hash of what was read, of the rules, and beside whom.

    Example:
        >>> seal_of("5be1", None).split()[0]
        '5be1'
    """
    from kg.sources.fingerprint import rules

    return f"{content} {rules()} {beside or ''}"


def sealed_again(store: Store, seal: str) -> None:
    """Let a store remember what was found the same; one that cannot is compared again next time."""
    if store.sealed() != seal:
        with suppress(StoreError):
            store.seal(seal)


def refuse_foreign(store: Store, beside: str | None) -> None:
    """Refuse to load next to nodes of others, unless their database was named.

    Raises:
        StoreError: the store holds nodes of others.
    """
    foreign = store.foreign()
    if foreign and beside != store.database():
        what = f"{store.name} holds {number_of(foreign, 'node')} that did not come from here"
        todo = f"use another database, or load next to them with --beside {store.database()}"
        raise StoreError(Problem(what, expected="an empty database or one of ours", nearest=None, todo=todo))
