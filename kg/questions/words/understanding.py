"""What a question in words may mean."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from kg.questions.header import Question


class Understanding(NamedTuple):
    """What a question may mean.

    Attributes:
        preset: what would be asked.
        parameters: parameters as on the command line.
        score: 0 to 1.
        near: how near the question comes to a wording of the preset, 0 to 1.
        why: the words of the question that the preset explains, each with what it was taken for.
        unused: the words that it does not explain.
        unsure: the words of which it explains only a part, or which may mean something else.
    """

    preset: Question
    parameters: Mapping[str, str]
    score: float
    near: float
    why: tuple[str, ...]
    unused: tuple[str, ...]
    unsure: tuple[str, ...] = ()

    @property
    def lost(self) -> tuple[str, ...]:
        """The words of which an answer would not take notice, or perhaps not."""
        return tuple(dict.fromkeys((*self.unused, *self.unsure)))

    def whole(self, given: Collection[str] = ()) -> bool:
        """Return whether all of the question is used, and it says all that the preset must be told.

        Args:
            given: names of parameters that are told otherwise.
        """
        told = {*self.parameters, *given}
        return not self.lost and told.issuperset(self._must_be_told())

    def _must_be_told(self) -> dict[str, str]:
        """Return what a preset has no default for, or one that is a thing, with that."""
        kinds = {
            p.name: p.default for p in self.preset.parameters if p.required or (p.type.label and p.default)
        }
        return {name: default for name, default in kinds.items() if name not in self.parameters}

    @property
    def call(self) -> str:
        """The words after `kg ask` that ask the same."""
        return self.called()

    def called(self, given: Collection[str] = ()) -> str:
        """Return the words after `kg ask` that ask the same, but for parameters that are given otherwise."""
        from shlex import quote

        told = {**self.parameters, **{name: value for name, value in self._must_be_told().items() if value}}
        options = (f" --{n.replace('_', '-')} {quote(v)}" for n, v in told.items() if n not in given)
        return self.preset.name + "".join(options)
