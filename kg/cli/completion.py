"""`kg completion`: the script that teaches a shell what the Tab key offers."""

from __future__ import annotations

import click

from kg.cli._common import one_of

SHELLS = ("bash", "zsh", "fish")


@click.command(name="completion", short_help="Print the script that completes kg in bash, zsh or fish.")
@click.argument("shell", **one_of(*SHELLS))
def command(shell: str) -> None:
    """Print the script for a shell: the Tab key then completes commands, questions, options, ids and values.

    Ids come from the store as it is; none is built. Put the script where the shell finds it:

    \b
      bash  add to ~/.bashrc:  eval "$(kg completion bash)"
      zsh   add to ~/.zshrc:   eval "$(kg completion zsh)"   (after compinit)
      fish  kg completion fish > ~/.config/fish/completions/kg.fish

    bash must be 4.4 or newer; the one that comes with macOS is older.

    \b
    Example:
      kg completion bash
      kg completion bash > kg-completion.bash
    """
    from click.shell_completion import get_completion_class

    from kg.cli._complete import VARIABLE
    from kg.cli._group import group

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(group, {}, "kg", VARIABLE).source())
