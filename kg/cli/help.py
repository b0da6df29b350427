"""`kg help`: what a command does."""

from __future__ import annotations

import click


@click.command(name="help", short_help="Say what a command does.")
@click.argument("words", nargs=-1, metavar="[COMMAND]...")
@click.pass_context
def command(context: click.Context, words: tuple[str, ...]) -> None:
    """Say what a command does, as its option --help does; without one, which commands there are.

    \b
    Example:
      kg help
      kg help view
      kg help ask who-sourced
    """
    top = context.find_root()
    with top.command.make_context(
        top.info_name, [*words, "--help"], terminal_width=top.terminal_width
    ) as asked:
        top.command.invoke(asked)
