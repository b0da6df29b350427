"""What a graph and the presets offer for completion; read when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.model import OWNED
from kg.questions import library
from kg.questions.allowed import allowed
from kg.shell.complete import Candidate, Vocabulary, candidates
from kg.store import is_server, statements

if TYPE_CHECKING:
    from kg.questions.header import Question
    from kg.store import Store

MOST = 50
"""Values that are offered at once."""


def completer(store: Store, parameters: Callable[[], Iterable[str]]) -> Callable[[str], list[Candidate]]:
    """Return what completes an entry.

    Args:
        store: the graph whose names are offered; when it cannot be read there are none.
        parameters: gives the names of the parameters that are set.
    """

    @cache
    def names() -> Vocabulary:
        return Vocabulary(
            _grouped(store.query(statements.NODE_NAMES, {}).rows),
            _grouped(store.query(statements.EDGE_NAMES, {}).rows),
        )

    @cache
    def titles() -> dict[str, str]:
        return {preset.name: preset.title for preset in library.every()}

    def values(preset: Question, name: str, start: str) -> list[tuple[str, str]]:
        parameter = preset.parameter(name)
        return (
            [(choice.value, choice.help) for choice in allowed(parameter, store, start, MOST)]
            if parameter
            else []
        )

    def complete(before: str) -> list[Candidate]:
        try:
            return candidates(before, names(), titles(), parameters(), library.question, values)
        except KgError:
            return []
        finally:
            if not is_server(store.name):
                store.close()  # between two keys the file is free for a load

    return complete


def _grouped(rows: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    by_owner: dict[str, list[str]] = {}
    for owner, name in rows:
        if owner != OWNED:
            by_owner.setdefault(owner, []).append(name)
    return by_owner
