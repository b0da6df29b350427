"""`kg ask`: a command per preset."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

import click

from kg.cli._common import format_option, print_result, ready_store, seeds_option, store_option, text, timeout_option
from kg.errors import nearest
from kg.presets import library
from kg.presets.header import Parameter, Preset

METAVARS = {"str": "TEXT", "int": "NUMBER", "float": "NUMBER", "bool": "[true|false]", "date": "YYYY-MM-DD", "list": "A,B,..."}
"""How the help writes a value of each type; the id of a node is written as its label."""


class Presets(click.Group):
    """A group whose commands are the presets; only the one asked for is read."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all presets."""
        return list(library.files())

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Make the command of one preset."""
        return _command(library.preset(name)) if name in library.files() else None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse what stands before the name of the question: only `--help` does."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            option = error.option_name[:80]
            raise click.UsageError(f"'{option}' stands before the question; write 'kg ask QUESTION {option} ...'", ctx) from None

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a preset, or say which name comes close."""
        if args[0] not in library.files():
            library.preset(args[0])
        return super().resolve_command(ctx, args)

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
        options = [p for p in self.params if isinstance(p, click.Option)]
        known = [name for option in options for name in option.opts]
        for option in options:
            for word, after in zip_longest(args, args[1:]):
                if word in option.opts and option.metavar != METAVARS["bool"] and (after is None or after in known):
                    raise click.UsageError(f"'{word}' needs a value: {option.help}", ctx)
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            close = nearest(error.option_name, known)
            hint = f"; did you mean '{close}'?" if close else ""
            raise click.UsageError(f"'{self.name}' has no parameter '{error.option_name[:80]}'{hint}", ctx) from None


def _option(parameter: Parameter) -> click.Option:
    """Make the option of a parameter; a boolean one may stand alone and then means true."""
    kind = parameter.type
    default = {None: "none", True: "true", False: "false"}.get(parameter.default, parameter.default)
    shown = "" if parameter.required else f"  [default: {default}]"
    alone: dict[str, Any] = {"is_flag": False, "flag_value": "true"} if kind.base == "bool" else {}
    return click.Option(
        [parameter.option, parameter.name], type=text, metavar=kind.label.upper() or METAVARS[kind.base],
        help=parameter.help[0].upper() + parameter.help[1:] + "." + shown, **alone,
    )  # fmt: skip


def _command(preset: Preset) -> click.Command:
    def answer(store: str | None, seeds: str | None, style: str | None, timeout: float | None, **given: Any) -> None:
        from kg.presets.run import bind, run

        asked = {name: value for name, value in given.items() if value is not None}
        bind(preset, asked)
        opened = ready_store(store, seeds, timeout)
        try:
            print_result(run(preset, opened, asked), style)
        finally:
            opened.close()

    example = f"kg ask {preset.name}" + "".join(f" {p.option} {p.default}" for p in preset.parameters if p.default not in (None, False))
    words = f"{preset.title}\n\n{preset.about}\n\n\b\nExample:\n  {example}"
    command: click.Command = Ask(
        preset.name, callback=answer, params=[_option(p) for p in preset.parameters], help=words, short_help=preset.title
    )
    for add in (timeout_option, format_option, seeds_option, store_option):
        command = add(command)
    return command


@click.command(cls=Presets, name="ask", subcommand_metavar="QUESTION [--PARAMETER VALUE]...", short_help="Answer a question about the graph.")
def command() -> None:
    """Answer a question about the graph.

    Each question is a preset: a Cypher file that also runs in the Neo4j Browser.

    \b
    Example:
      kg ask who-sourced --topic troop-numbers
      kg ask ledger --supplier kp --format csv > ledger.csv
    """
