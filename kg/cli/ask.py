"""`kg ask`: a command per preset."""

from __future__ import annotations

from typing import Any

import click

from kg.cli._common import format_option, print_result, ready_store, seeds_option, store_option
from kg.errors import nearest
from kg.presets import library
from kg.presets.header import Parameter, Preset


class Presets(click.Group):
    """A group whose commands are the presets; only the one asked for is read."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all presets."""
        return list(library.files())

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Make the command of one preset."""
        return _command(library.preset(name)) if name in library.files() else None

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


def _option(parameter: Parameter) -> click.Option:
    shown = "" if parameter.required else f"  [default: {'none' if parameter.default is None else parameter.default}]"
    return click.Option(
        [parameter.option, parameter.name], metavar=parameter.type.text.rstrip("?").upper(),
        help=parameter.help[0].upper() + parameter.help[1:] + "." + shown,
    )  # fmt: skip


class Ask(click.Command):
    """One preset as a command; a mistyped parameter gets the nearest one."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and say which option comes close to an unknown one."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            known = [o for p in self.params for o in p.opts]
            close = nearest(error.option_name, known)
            hint = f" Did you mean '{close}'?" if close else ""
            raise click.UsageError(f"'{self.name}' has no parameter '{error.option_name[:80]}'.{hint}", ctx) from None


def _command(preset: Preset) -> click.Command:
    def answer(store: str | None, seeds: str | None, style: str | None, **given: Any) -> None:
        from kg.presets.run import bind, run

        asked = {name: value for name, value in given.items() if value is not None}
        bind(preset, asked)
        opened = ready_store(store, seeds)
        try:
            print_result(run(preset, opened, asked), style)
        finally:
            opened.close()

    example = f"kg ask {preset.name}" + "".join(f" {p.option} {p.default}" for p in preset.parameters if p.default not in (None, False))
    text = f"{preset.title}\n\n{preset.about}\n\n\b\nExample:\n  {example}"
    command: click.Command = Ask(
        preset.name, callback=answer, params=[_option(p) for p in preset.parameters], help=text, short_help=preset.title
    )
    for add in (format_option, seeds_option, store_option):
        command = add(command)
    return command


@click.command(cls=Presets, name="ask", subcommand_metavar="NAME [--PARAMETER VALUE]...", short_help="Answer a question about the graph.")
def command() -> None:
    """Answer a question about the graph.

    Each question is a preset: a Cypher file that also runs in the Neo4j Browser.

    \b
    Example:
      kg ask who-sourced --topic troop-numbers
      kg ask ledger --supplier kp --format csv > ledger.csv
    """
