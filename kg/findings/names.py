"""The names behind the ids of answers, as a store knows them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from kg.findings import finding
from kg.findings.measures import Names
from kg.language import ENGLISH
from kg.language.interface import languages
from kg.language.interface.words import Words, titled
from kg.language.title import Title
from kg.model.weighing import UNKNOWN, paper_of
from kg.store import statements

if TYPE_CHECKING:
    from kg.questions.result import Result
    from kg.store import Store


def with_finding(answer: Result, store: Store, *, few: bool = False) -> Result:
    """Return an answer with the sentence that states it, in English.

    Args:
        answer: to a question.
        store: what it was asked of.
        few: each name is asked for by itself, which is quicker where a sentence has one or two.
    """
    return answer._replace(finding=finding(answer, (_each if few else names_of)(store)))


def _each(store: Store) -> Names:
    @cache
    def known(id_: str) -> str:
        rows = store.query(statements.NAME, {"id": id_}).rows
        return str(next((value for row in rows for value in row if value), ""))

    return lambda text: known(text) if text.islower() and " " not in text else ""  # what is no id is a name


def names_of(store: Store) -> Names:
    """Return what knows everything but the claims by its id or name, and what it is called in every language.

    The store is asked once, when the first name is looked up.

    Raises:
        StoreError: the store cannot answer.
    """

    @cache
    def known() -> dict[str, Title]:
        every: dict[str, Title] = {}
        columns, rows, _ = store.query(statements.NAMES, {})
        for own in (dict(zip(columns, row, strict=True)) for row in rows):
            german = {"de": own["name_de"]} if own["name_de"] else {}
            told = Title(own["name"] or own["title"] or own["id"], german)
            every[own["id"]] = told
            every.setdefault(told, told)
        return every

    return together(lambda text: known().get(text, ""))


def together(names: Names) -> Names:
    """Return what knows the same names, several joined by an "and", papers, and nobody, who is unknown."""

    def name(text: str) -> str:
        if title := paper_of(text):
            return titled("site.paper", name=names(title) or title)
        one = titled("together.unknown") if text == UNKNOWN else names(text)
        several = [] if one else [names(part) for part in text.split(" and ")]
        return one or (_together(several) if len(several) > 1 and all(several) else "")

    return name


def _together(names: Sequence[str]) -> Title:
    """Return several names as one, with the word between them in every language."""
    said = {
        code: f" {Words(code)('and')} ".join(Title(name).said(code) for name in names) for code in languages()
    }
    return Title(said[ENGLISH], said)
