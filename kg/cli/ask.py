"""`kg ask`: a command per preset, and questions in words."""

from __future__ import annotations

import os
from itertools import zip_longest
from typing import Any

import click

from kg.cli._common import ready_store, seeds_option, store_option, text, timeout_option
from kg.cli._output import FORMATS, Output, output_options, print_result, send
from kg.cli._question import in_words, understood
from kg.errors import CallError, Problem, nearest
from kg.questions import library
from kg.questions.header import Parameter, Preset

METAVARS = {
    "str": "TEXT",
    "int": "NUMBER",
    "float": "NUMBER",
    "bool": "[true|false]",
    "date": "YYYY-MM-DD",
    "list": "A,B,...",
}
"""How the help writes a value of each type.

The id of a node is written as its label, a value as its property.
"""


class Presets(click.Group):
    """A group whose commands are the presets; only the one asked for is read. Other words are a question."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all presets."""
        return list(library.files())

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Make the command of one preset."""
        if name not in library.files():
            return None
        preset = library.preset(name)
        command = _command(preset)
        if "_KG_COMPLETE" in os.environ:
            from kg.cli._complete import attach_preset

            attach_preset(command, preset.parameters, [column for column, _ in preset.returns])
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """Return the presets that the Tab key offers."""
        from kg.cli._complete import presets

        return [*presets(incomplete), *click.Command.shell_complete(self, ctx, incomplete)]

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
        """Find a preset, or take the words up to the first option as a question."""
        count = in_words(args)
        if not count:
            return super().resolve_command(ctx, args)
        return "question", _in_words(" ".join(args[:count])), args[count:]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the presets by topic."""
        topics: dict[str, list[tuple[str, str]]] = {}
        for preset in library.every():
            topics.setdefault(preset.topic, []).append((preset.name, preset.title))
        for topic, lines in topics.items():
            with formatter.section(topic.capitalize()):
                formatter.write_dl(lines)


class Ask(click.Command):
    """One preset as a command; a mistyped parameter gets the nearest one, a forgotten value is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and say which option lacks its value, or comes close to an unknown one."""
        if ctx.resilient_parsing:  # a shell asks what to offer
            return super().parse_args(ctx, args)
        options = [p for p in self.params if isinstance(p, click.Option)]
        known = [name for option in options for name in option.opts]
        for option in options:
            for word, after in zip_longest(args, args[1:]):
                if (
                    word in option.opts
                    and not option.is_flag
                    and option.metavar != METAVARS["bool"]
                    and (after is None or after in known)
                ):
                    raise click.UsageError(f"'{word}' needs a value: {option.help}", ctx)
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            close = nearest(error.option_name, known)
            hint = f"; did you mean '{close}'?" if close else ""
            raise click.UsageError(
                f"'{self.name}' has no parameter '{error.option_name[:80]}'{hint}", ctx
            ) from None


def _option(parameter: Parameter) -> click.Option:
    """Make the option of a parameter; a boolean one may stand alone and then means true."""
    kind = parameter.type
    default = {None: "none", True: "true", False: "false"}.get(parameter.default, parameter.default)
    shown = "" if parameter.required else f"  [default: {default}]"
    alone: dict[str, Any] = {"is_flag": False, "flag_value": "true"} if kind.base == "bool" else {}
    return click.Option(
        [parameter.option, parameter.name],
        type=text,
        metavar=(kind.name or kind.label).upper() or METAVARS[kind.base],
        help=parameter.help[0].upper() + parameter.help[1:] + "." + shown,
        **alone,
    )


def _command(preset: Preset) -> click.Command:
    def answer(
        store: str | None, seeds: str | None, out: Output, timeout: float | None, cypher: bool, **given: Any
    ) -> None:
        from kg.questions.run import bind

        asked = {name: value for name, value in given.items() if value is not None}
        bound = bind(preset, asked)
        if cypher:
            from kg.formats.paste import render

            send(render(preset, bound), out._replace(style="cypher"))
            return
        held = click.get_current_context().obj
        opened = held or ready_store(store, seeds, timeout)
        try:
            _answer(preset, opened, asked, out)
        finally:
            if not held:
                opened.close()

    words = f"{preset.title}\n\n{preset.about}\n\n\b\nExample:\n  {preset.call}"
    command: click.Command = Ask(
        preset.name,
        callback=answer,
        params=[_option(p) for p in preset.parameters],
        help=words,
        short_help=preset.title,
    )
    shows = click.option(
        "--cypher",
        is_flag=True,
        help="Print the statement and its parameters to paste into the Neo4j Browser; needs no store.",
    )
    for add in (output_options((*FORMATS, "graph")), shows, timeout_option, seeds_option, store_option):
        command = add(command)
    return command


def _answer(preset: Preset, store: Any, asked: dict[str, Any], out: Output) -> None:
    """Print the rows of a preset, or the nodes and edges of its picture."""
    from kg.questions.run import bind, graph, run

    if out.format != "graph":
        print_result(run(preset, store, asked), out)
        return
    if preset.graph is None:
        raise CallError(
            Problem(f"the preset '{preset.name}' draws nothing", expected="a preset with a ':graph' part")
        )
    if out.columns is not None or out.limit is not None:
        raise CallError(
            Problem(
                "--columns and --limit choose among rows, and --format graph has none",
                expected="one or the other",
            )
        )
    from kg.formats.graph import render

    send(render(preset.title, bind(preset, asked), graph(preset, store, asked)), out)


def _in_words(question: str) -> click.Command:
    """Make the command that understands a question and then asks the preset, with the other options as they are."""

    def ask(store: str | None, seeds: str | None, timeout: float | None) -> None:
        context = click.get_current_context()
        opened = ready_store(store, seeds, timeout)
        try:
            meant = understood(text(question), opened)
            own = {word.partition("=")[0] for word in context.args}
            options = [f"--{name.replace('_', '-')}={value}" for name, value in meant.given.items()]
            words = [*(option for option in options if option.partition("=")[0] not in own), *context.args]
            preset = _command(meant.preset)
            with preset.make_context(meant.preset.name, words, parent=context.parent, obj=opened) as inner:
                preset.invoke(inner)
        finally:
            opened.close()

    settings = {"ignore_unknown_options": True, "allow_extra_args": True}
    command: click.Command = click.Command(
        "question",
        callback=ask,
        context_settings=settings,
        help=f"Understand '{question[:80]}' and answer it.",
    )
    for add in (timeout_option, seeds_option, store_option):
        command = add(command)
    return command


@click.command(
    cls=Presets,
    name="ask",
    subcommand_metavar="QUESTION [--PARAMETER VALUE]...",
    short_help="Answer a question about the graph.",
)
def command() -> None:
    """Answer a question about the graph.

    QUESTION is the name of a preset, a Cypher file that also runs in the Neo4j Browser, or a question in
    English or German. Standard error says what was understood, and which words were not used.

    \b
    Example:
      kg ask who-sourced --topic troop-numbers
      kg ask "who sourced the troop numbers by 2024-10-13"
      kg ask "Was lieferte Nordkorea an Russland?" --format csv
      kg ask ledger --supplier kp --format csv > ledger.csv
      kg ask ledger --columns goods,figures --limit 5
      kg ask who-sourced --cypher
    """
