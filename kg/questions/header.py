"""A question: what it asks, takes and returns, as `kg.questions.parse` reads it from the top of its file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from kg.language.title import Title
from kg.questions.drawings import Kind
from kg.questions.types import Type


class Parameter(NamedTuple):
    """One declared parameter; `default` is used when none is given, and required without one."""

    name: str
    type: Type
    default: Any
    required: bool
    help: str
    of_corpus: bool = False
    """Whether the corpus that is open may say the default: its header says none."""

    @property
    def option(self) -> str:
        """How it is written on the command line."""
        return "--" + self.name.replace("_", "-")


class Question(NamedTuple):
    """One question: what it is called, takes and returns, and its statements when it is in Cypher."""

    name: str
    topic: str
    file: str
    title: Title
    about: str
    parameters: tuple[Parameter, ...]
    returns: tuple[tuple[str, Type], ...]
    key: tuple[str, ...]
    order: tuple[tuple[str, bool], ...]
    table: tuple[str, ...]
    """The columns that a terminal shows first; all of them when empty."""
    tags: tuple[str, ...]
    statement: str
    """Cypher; empty for a question that is answered in Python."""
    graph: str | None
    examples: tuple[tuple[tuple[str, Any], ...], ...] = ()
    """Values by parameter name that fit the corpus which comes with the program, for which they are; beside
    the defaults."""
    asked: tuple[str, ...] = ()
    """Other wordings of the question, in any language, by which it is found."""
    drawing: Kind | None = None
    """The drawing that shows its answer; None leaves it to what the answer holds."""

    @property
    def in_cypher(self) -> bool:
        """Whether a store answers it with one statement; else Python does, from the whole world."""
        return bool(self.statement)

    @property
    def draws(self) -> bool:
        """Whether it says which nodes and edges its answer rests on; an analysis always does."""
        return self.graph is not None or not self.in_cypher

    @property
    def example(self) -> tuple[tuple[str, Any], ...]:
        """The first example."""
        return self.examples[0] if self.examples else ()

    def in_corpus(self, defaults: Mapping[str, str], *, bundled: bool) -> Question:
        """Return the question as a corpus asks it.

        Args:
            defaults: of its parameters, by name; they count where the header says none.
            bundled: whether the examples, which are of the corpus that comes with the program, are its own.
        """
        parameters = tuple(
            p._replace(default=p.type.taken(defaults[p.name], p.name))
            if p.of_corpus and p.name in defaults
            else p
            for p in self.parameters
        )
        return self._replace(parameters=parameters, examples=self.examples if bundled else ())

    def parameter(self, name: str) -> Parameter | None:
        """Return a parameter by name."""
        return next((p for p in self.parameters if p.name == name), None)

    def lacks(self, values: Mapping[str, Any]) -> bool:
        """Return whether a parameter that has to be given is not among these values."""
        return any(p.required and values.get(p.name) is None for p in self.parameters)

    @property
    def needed(self) -> dict[str, Any]:
        """Values from the example for the parameters that have no default."""
        required = {p.name for p in self.parameters if p.required}
        return {name: value for name, value in self.example if name in required}

    @property
    def call(self) -> str:
        """How the first example is asked on the command line."""
        return self.calls(f"kg ask {self.name}")[0]

    def calls(self, command: str) -> list[str]:
        """Return how each example is asked on the command line.

        It is asked with its values, or else with the defaults that are not null; what must be given and has
        no value is written as what it is, in capitals.

        Args:
            command: the words before the options.
        """
        defaults = {p.name: p.default for p in self.parameters if p.default not in (None, False)}
        open_ = {
            p.name: (p.type.name or p.type.label or p.type.base).upper()
            for p in self.parameters
            if p.required
        }
        defaults |= {} if self.examples else open_
        lines = []
        for values in map(dict, self.examples or (tuple(defaults.items()),)):
            options = (
                f"{p.option} {p.type.written(values[p.name])}" for p in self.parameters if p.name in values
            )
            lines.append(" ".join((command, *options)))
        return lines
