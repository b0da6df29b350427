"""What each entry of the shell does: commands that start with a colon, and statements.

Nothing here ends the shell but `:quit`.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kg.errors import CallError, KgError, Problem, StatementError, nearest, number_of
from kg.questions.free_cypher.parameters import read
from kg.shell.complete import COMMANDS, FORMATS

if TYPE_CHECKING:
    from kg.questions.result import Result
    from kg.store import Store

Say = Callable[[str], None]


class Session:
    """A store, and what was set since the shell started.

    Attributes:
        parameters: values for the statements to come.
        limit: the most rows to print; 0 for all.
        timeout: seconds that a statement may take.
        style: how to print.
        failed: whether any entry went wrong.
    """

    def __init__(self, store: Store, say: Say, complain: Say, style: str = "table") -> None:
        """Begin with nothing set.

        Args:
            store: what is asked.
            say: prints an answer, newline included.
            complain: prints an error or a remark on a line of its own.
            style: how to print.
        """
        self.store = store
        self.say: Say = say
        self.complain: Say = complain
        self.parameters: dict[str, Any] = {}
        self.limit: int = 1_000
        self.timeout: float = 30.0
        self.style: str = style
        self.failed: bool = False

    def enter(self, entry: str) -> bool:
        """Carry out one entry; errors are told, and end nothing.

        Returns:
            Whether the shell goes on.
        """
        entry = entry.strip()
        try:
            if entry.startswith(":"):
                return self._command(entry)
            if entry:
                self._statements(entry)
        except KgError as error:
            self.failed = True
            for problem in error.problems:
                self.complain(f"error: {str(problem)[:4_000]}")
        except KeyboardInterrupt:
            self.complain("cancelled")
        finally:
            self._let_go()
        return True

    def _statements(self, text: str) -> None:
        from kg.questions.statement_text import one

        for statement in one(text):
            self._run(statement)

    def _run(self, statement: str) -> None:
        from kg.questions.free_cypher import hints
        from kg.questions.free_cypher.run import run
        from kg.questions.statement_text import parameters_in
        from kg.store.values import Limits

        values = {name: self.parameters[name] for name in parameters_in(statement) if name in self.parameters}
        try:
            limits = Limits(rows=self.limit, seconds=self.timeout)
            self._print(run(self.store, statement, values, limits, more="':limit 0' gives all"))
        except StatementError as error:
            for line in hints.excerpt(statement, error.line, error.column):
                self.complain(f"  {line}")
            raise

    def _print(self, result: Result) -> None:
        from kg.formats import renderer

        if result.note and self.style != "table":
            self.complain(f"note: {result.note}")
        self.say(renderer(self.style)(result))

    def _command(self, entry: str) -> bool:
        word, _, rest = entry.rstrip(";").partition(" ")
        rest = rest.strip()
        if word in (":quit", ":exit", ":q"):
            return False
        does = {
            ":ask": self._ask,
            ":explain": self._explain,
            ":format": self._format,
            ":help": self._help,
            ":limit": self._limit,
            ":param": self._param,
            ":params": self._params,
            ":presets": self._presets,
            ":timeout": self._timeout,
        }.get(word)
        if does is None:
            raise CallError(
                Problem(
                    f"there is no command '{word[:80]}'",
                    expected="one that ':help' lists",
                    nearest=nearest(word, COMMANDS),
                )
            )
        does(rest)
        return True

    def _help(self, rest: str) -> None:
        told = "".join(f"  {name:<10} {meaning}\n" for name, meaning in COMMANDS.items())
        self.say(f"Cypher ends with a semicolon and may take several lines; Tab completes.\n{told}")

    def _params(self, rest: str) -> None:
        if rest == "clear":
            self.parameters.clear()
        elif rest:
            raise CallError(
                Problem(
                    f"':params {rest[:80]}' is not known",
                    expected="nothing or 'clear'",
                    todo="':param NAME=VALUE' sets one",
                )
            )
        from kg.formats.text import cell, visible

        self.say(
            "".join(
                f"  ${name} = {visible(repr(value) if isinstance(value, str) else cell(value))[:200]}\n"
                for name, value in self.parameters.items()
            )
        )

    def _param(self, rest: str) -> None:
        name, value = read(rest)
        self.parameters[name] = value

    def _explain(self, rest: str) -> None:
        from kg.questions.free_cypher.run import only
        from kg.questions.statement_text import parameters_in

        statement = only(rest)
        values = {name: self.parameters.get(name) for name in parameters_in(statement)}
        self.say(self.store.plan(statement, values) + "\n")

    def _presets(self, rest: str) -> None:
        from kg.questions import library
        from kg.questions.result import Column, Result

        rows = [(p.topic, p.name, p.title) for p in library.every() if rest in ("", p.topic)]
        if not rows:
            topics = sorted({p.topic for p in library.every()})
            raise CallError(
                Problem(
                    f"there is no topic '{rest[:80]}'",
                    expected=", ".join(topics),
                    nearest=nearest(rest, topics),
                )
            )
        self._print(
            Result(
                "Questions for ':ask'",
                tuple(Column(name, "str") for name in ("topic", "name", "question")),
                rows,
            )
        )

    def _ask(self, rest: str) -> None:
        from kg.questions import library
        from kg.questions.run import run

        try:
            name, *words = shlex.split(rest) or [""]
        except ValueError as error:
            raise CallError(
                Problem(f"':ask' cannot be read: {error}", expected="':ask PRESET NAME=VALUE ...'")
            ) from None
        values = {}
        for word in words:
            parameter, equals, value = word.removeprefix("--").partition("=")
            if not equals:
                raise CallError(
                    Problem(
                        f"'{word[:80]}' is no parameter",
                        expected="NAME=VALUE",
                        todo=":ask index as_of=2024-10-18",
                    )
                )
            values[parameter.replace("-", "_")] = value
        self._print(run(library.question(name), self.store, values))

    def _format(self, rest: str) -> None:
        if rest and rest not in FORMATS:
            raise CallError(
                Problem(
                    f"there is no format '{rest[:80]}'",
                    expected=", ".join(FORMATS),
                    nearest=nearest(rest, FORMATS),
                )
            )
        self.style = rest or self.style
        self.say(f"format {self.style}\n")

    def _limit(self, rest: str) -> None:
        if rest and not (rest.isdecimal() and rest.isascii() and len(rest) < 10):
            raise CallError(
                Problem(f"'{rest[:80]}' is no number of rows", expected="a whole number, 0 for all")
            )
        self.limit = int(rest) if rest else self.limit
        self.say(f"at most {number_of(self.limit, 'row')}\n" if self.limit else "no limit\n")

    def _timeout(self, rest: str) -> None:
        try:
            seconds = float(rest or self.timeout)
        except ValueError:
            seconds = 0.0
        if not 0 < seconds <= 86_400:
            raise CallError(Problem(f"'{rest[:80]}' is no time", expected="seconds, more than 0"))
        self.timeout = seconds
        self.say(f"timeout {seconds:g} s\n")

    def _let_go(self) -> None:
        """Let go of an embedded file between entries, so that a load is not locked out.

        The next entry opens it again.
        """
        from kg.store import is_server

        if not is_server(self.store.name):
            self.store.close()
