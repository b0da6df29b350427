"""`kg ask`: a command per question, and questions in words."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from kg.cli._common import (
    FORMATS,
    narrowing_options,
    note,
    ready_store,
    seeds_option,
    store_option,
    text,
    timeout_option,
)
from kg.cli._engines import OF_STORE, By, engine_options, from_folder, from_store, large, refuse_unanswered
from kg.cli._output import Output, on_terminal, output_options, print_result, print_rows, send
from kg.cli._parameters import Ask, parameters, values_given
from kg.cli._question import in_words, understood
from kg.errors import CallError, Problem, StoreError
from kg.formats import formats
from kg.model.sharing import ALL, Only
from kg.questions import library
from kg.questions.engines import DUCKDB
from kg.questions.header import Question
from kg.questions.result import Streamed


class Questions(click.Group):
    """The questions by name, of which only the one asked for is read; other words are a question."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all questions."""
        return list(library.files())

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Make the command of one question."""
        return question_command(library.question(name), f"kg ask {name}") if name in library.files() else None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """Return the questions that the Tab key offers."""
        from kg.cli._complete import questions

        return [*questions(incomplete), *click.Command.shell_complete(self, ctx, incomplete)]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse what stands before the name of the question: only `--help` does."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            option = error.option_name[:80]
            raise click.UsageError(
                f"'{option}' stands before the question; write 'kg ask QUESTION {option} ...'", ctx
            ) from None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a question, or take the words up to the first option as a question."""
        count = in_words(args)
        if not count:
            return super().resolve_command(ctx, args)
        return "question", _in_words(" ".join(args[:count])), args[count:]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the questions by topic."""
        topics: dict[str, list[tuple[str, str]]] = {}
        for question in library.every():
            topics.setdefault(question.topic, []).append((question.name, question.title))
        for topic, lines in topics.items():
            with formatter.section(topic.capitalize()):
                formatter.write_dl(lines)


def _like_id(value: str | None) -> bool:
    """Return whether a value may be an id: then no store is needed to print it."""
    return value is None or re.fullmatch(r"[a-z0-9-]*", value) is not None


def _with_ids(
    question: Question, values: dict[str, Any], store: str | None, seeds: str | None
) -> dict[str, Any]:
    """Return values with ids for names; as they are, and with a note, where no store tells."""
    from kg.cli._meant import values_meant

    opened = None
    try:
        opened = ready_store(store, seeds)
        return values_meant(question, opened, values)
    except StoreError as error:
        note(f"names are printed as given: {error.problems[0].what}")
        return values
    finally:
        if opened:
            opened.close()


def question_command(question: Question, called: str) -> click.Command:
    """Make the command of a question.

    Args:
        question: what is asked.
        called: the words that call the command, for its examples.
    """

    def answer(
        store: str | None,
        seeds: str | None,
        out: Output,
        timeout: float | None,
        only: Only,
        cypher: bool = False,
        by: By = OF_STORE,
        alone: Sequence[str] = (),
        **options: Any,
    ) -> None:
        from kg.questions.run import bind

        values = values_given(question, options, alone)
        if cypher or not question.lacks(values):
            bound = bind(question, values)  # what is wrong is said before a store is opened
        if cypher:
            from kg.formats.paste import render

            if only != ALL:
                raise _not_pasted()
            if any(p.type.labels and not _like_id(values.get(p.name)) for p in question.parameters):
                bound = bind(question, _with_ids(question, values, store, seeds))
            send(render(question, bound), out._replace(style="cypher"))
            return
        refuse_unanswered(question, by)
        if by.engine is not None and out.format in formats("elements"):
            raise CallError(Problem(f"--format {out.format} draws from a store", todo="leave --engine out"))
        if by.folder is not None:
            if only != ALL:
                todo = "write them with these options: 'kg export parquet DIR'"
                raise CallError(Problem("--collection, --mark and --reviewed narrow no tables", todo=todo))
            with from_folder(question, by, values) as found:
                print_rows(*found, out)
            return
        held = click.get_current_context().obj
        opened = held or ready_store(store, seeds, timeout, only=only)
        try:
            _answer(question, opened, values, out, by)
        finally:
            if not held:
                opened.close()

    examples = "\n".join(f"  {line}" for line in question.calls(called))
    ask = Ask(
        called.rpartition(" ")[2],
        callback=answer,
        params=parameters(question),
        help=f"{question.title}\n\n{question.about}\n\n\b\nExample:\n{examples}",
        short_help=question.title,
    )
    ask.required = tuple(p.option for p in question.parameters if p.required)
    command: click.Command = ask
    shows = click.option(
        "--cypher",
        is_flag=True,
        help="Print the statement and its parameters, ids for names, to paste into the Neo4j Browser.",
    )
    adding: list[Callable[[click.Command], click.Command]] = [
        output_options((*FORMATS, *formats("elements"))),
        narrowing_options,
        timeout_option,
        seeds_option,
        store_option,
    ]
    if question.in_cypher:
        adding.insert(1, shows)
    else:
        adding.insert(1, engine_options)
    for add in adding:
        command = add(command)
    if "_KG_COMPLETE" in os.environ:
        from kg.cli._complete import attach_question

        attach_question(command, question.parameters, [column for column, _ in question.returns])
    return command


def _not_pasted() -> CallError:
    what = "--collection, --mark and --reviewed do not narrow a statement that is pasted elsewhere"
    todo = "load nothing else there: 'kg load --collection ID --store ADDRESS', or with the others"
    return CallError(Problem(what, todo=todo))


def _answer(question: Question, store: Any, values: dict[str, Any], out: Output, by: By) -> None:
    """Print the rows of a question, or the nodes and edges of its picture."""
    from kg.cli._meant import values_meant
    from kg.questions.run import bind, graph

    if out.format not in formats("elements"):
        table = out.format == "table" and out.file is None and on_terminal()
        with _asked(question, store, values, by) as found:
            if table or out.format in ("html", "markdown"):
                from kg.findings.names import with_finding

                print_result(with_finding(found.whole(), store, few=table), out)
            else:
                print_rows(*found, out)
        return
    if not question.draws:
        what = f"'{question.name}' draws nothing"
        raise CallError(Problem(what, expected="a question with a ':graph' part"))
    if out.columns is not None or out.limit is not None:
        what = f"--columns and --limit choose among rows, and --format {out.format} has none"
        raise CallError(Problem(what, expected="one or the other"))
    values = values_meant(question, store, values)
    drawn = graph(question, store, values)
    send(formats("elements")[out.format].render(question.title, bind(question, values), drawn), out)


@contextmanager
def _asked(question: Question, store: Any, values: dict[str, Any], by: By) -> Iterator[Streamed]:
    """Answer a question from a store, in SQL where that was asked for or the store is large."""
    from kg.questions.run import run

    if by.engine == DUCKDB or (by.engine is None and large(question, store, values)):
        with from_store(question, store, values, by) as found:
            yield found
    else:
        result = run(question, store, values)
        yield Streamed(result, result.rows)


def _in_words(question: str) -> click.Command:
    """Make the command that understands a question and asks it by name with the other options given."""

    def ask(store: str | None, seeds: str | None, timeout: float | None, only: Only) -> None:
        context = click.get_current_context()
        opened = ready_store(store, seeds, timeout, only=only)
        try:
            given = {word.partition("=")[0].removeprefix("--").replace("-", "_") for word in context.args}
            meant = understood(text(question), opened, given)
            told = {name: value for name, value in meant.parameters.items() if name not in given}
            words = [*(f"--{n.replace('_', '-')}={value}" for n, value in told.items()), *context.args]
            command = question_command(meant.preset, f"kg ask {meant.preset.name}")
            with command.make_context(command.name, words, parent=context.parent, obj=opened) as inner:
                command.invoke(inner)
        finally:
            opened.close()

    command: click.Command = click.Command(
        "question",
        callback=ask,
        context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
        help=f"Understand '{question[:80]}' and answer it.",
    )
    for add in (narrowing_options, timeout_option, seeds_option, store_option):
        command = add(command)
    return command


@click.command(
    cls=Questions,
    name="ask",
    subcommand_metavar="QUESTION [--PARAMETER VALUE]...",
    short_help="Answer a question about the graph.",
)
def command() -> None:
    """Answer a question about the graph.

    QUESTION is the name of a question that 'kg presets' lists, or one in words. Words are answered only when
    all are used and no other question fits as well; else a terminal lets you choose, and a script gets what
    may be meant and exit code 2. Where an id is wanted, a name does of which 'kg find' leaves no doubt.
    'kg NAME' is 'kg ask NAME' unless a command is called so.

    \b
    Example:
      kg ask who-sourced --topic troop-numbers
      kg ask "who sourced the troop numbers by 2024-10-13"
      kg ask "Was lieferte Nordkorea an Russland?" --format csv
      kg ask ledger --supplier "North Korea" --columns goods,figures --limit 5
      kg ask who-sourced --cypher
    """
