"""What a check beyond structure is, what it looks at, and how a function is marked as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.curate.check.notice import Level, Notice
from kg.errors import Problem
from kg.model.kinds import Fact
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.model.spots import paragraph_words
from kg.sources import texts
from kg.sources.located import Located, Seeds

CheckFunction = Callable[["Corpus"], Iterator[Problem]]


@dataclass(frozen=True)
class Rule:
    """One check: its stable id, how much a finding matters, what it means, and its rule, if one runs it.

    Attributes:
        id: as messages have it.
        level: how much a finding matters.
        about: what a finding means and what to do.
        run: what finds them.
        gate: whether a finding is an error where the corpus is about to leave.
        only_gate: whether it is only looked for then.
    """

    id: str
    level: Level
    about: str
    run: CheckFunction | None = None
    gate: bool = False
    only_gate: bool = False

    def findings(self, corpus: Corpus, gate: bool = False) -> Iterator[Notice]:
        """Yield what the check finds; with `gate` the corpus is about to leave."""
        if self.only_gate and not gate:
            return
        for problem in self.run(corpus) if self.run else ():
            yield Notice(self.id, "error" if gate and self.gate else self.level, problem)

    @property
    def told(self) -> str:
        """How much a finding matters, in words."""
        if self.only_gate:
            return "error with --gate"
        return f"{self.level}, error with --gate" if self.gate and self.level != "error" else self.level


class Corpus:
    """The facts of one run, as the checks look at them."""

    def __init__(self, seeds: Seeds, source: Path | None = None, folder: Path | None = None) -> None:
        """Keep the facts, valid and with all references resolved, and the folder of the texts, if any.

        Args:
            seeds: the facts.
            source: folder of the texts.
            folder: of the seed files, where they are read from one.
        """
        self.folder = folder
        self.every: Seeds = seeds
        """All facts, also those that were withdrawn."""
        self._seeds = Seeds(tuple(item for item in seeds.located if not item.withdrawn))
        self.located: tuple[Located[Fact], ...] = self._seeds.located
        self.by_id: dict[str, Located[Fact]] = {item.id: item for item in self.located}
        self._source = source
        self._texts: dict[str, tuple[str, ...] | None] = {}

    def of[F: Fact](self, kind: type[F]) -> list[Located[F]]:
        """Return the facts of a class, in the order of files and lines."""
        return self._seeds.of(kind)

    @cached_property
    def claims(self) -> list[Located[Claim]]:
        """The claims, in the order of files and lines."""
        return self.of(Claim)

    def fact(self, name: str) -> Fact:
        """Return one fact."""
        return self.by_id[name].fact

    def claim(self, name: str) -> Claim:
        """Return one claim."""
        fact = self.by_id[name].fact
        assert isinstance(fact, Claim)
        return fact

    def text(self, document: str) -> tuple[str, ...] | None:
        """Return the paragraphs of a document; None when its text is not at hand."""
        if document not in self._texts:
            fact = self.by_id[document].fact
            held = texts.read(self._source, fact.file) if isinstance(fact, Document) else None
            self._texts[document] = held.paragraphs if held else None
        return self._texts[document]

    def paragraph(self, document: str, number: int) -> str:
        """Return a paragraph of a document in words."""
        return paragraph_words(number, getattr(self.by_id[document].fact, "paged", False))

    @property
    def without_text(self) -> int:
        """How many documents that we hold have no text at hand."""
        return sum(item.fact.held and self.text(item.id) is None for item in self.of(Document))


MARKED: dict[str, Rule] = {}
"""Every check that is marked in a module imported so far, by its id."""


def rule(
    name: str, level: Level, about: str, *, gate: bool = False, only_gate: bool = False
) -> Callable[[CheckFunction], CheckFunction]:
    """Mark a function as a check.

    Args:
        name: stable id.
        level: how much a finding matters.
        about: one sentence on what a finding means, and one on what to do.
        gate: whether a finding is an error where the corpus is about to leave.
        only_gate: whether it is only looked for then.

    Raises:
        TypeError: the id is taken.
    """

    def mark(check: CheckFunction) -> CheckFunction:
        if name in MARKED:
            raise TypeError(f"two checks are called '{name}'")
        MARKED[name] = Rule(name, level, about, check, gate or only_gate, only_gate)
        return check

    return mark
