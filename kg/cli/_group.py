"""The top of the command line: finds commands by file name and turns errors into messages and exit codes."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from kg import __version__
from kg.errors import KgError, nearest


class Lazy(click.Group):
    """A group whose commands are the files of one package; a file that starts with `_` is none."""

    def __init__(self, *args: Any, package: str, folder: Path, **kwargs: Any) -> None:
        """Remember where the commands are; none is imported yet."""
        super().__init__(*args, **kwargs)
        self._package = package
        self._folder = folder

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(p.stem.replace("_", "-") for p in self._folder.glob("*.py") if not p.stem.startswith("_"))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Import one command."""
        if name not in self.list_commands(ctx):
            return None
        found = import_module(f"{self._package}.{name.replace('-', '_')}").command
        assert isinstance(found, click.Command)
        return found

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command, or say which name comes close."""
        name = args[0]
        if self.get_command(ctx, name) is None:
            close = nearest(name, self.list_commands(ctx))
            hint = f" Did you mean '{close}'?" if close else ""
            raise click.UsageError(f"there is no command '{name[:80]}'.{hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=Lazy, package="kg.cli", folder=Path(__file__).parent,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 it failed, 2 it was called wrongly.",
)  # fmt: skip
@click.version_option(__version__, prog_name="kg")
def group() -> None:
    """Who says who armed whom, and what does it rest on?

    \b
    Example:
      kg demo
      kg ask who-sourced --topic troop-numbers
    """


def main() -> None:
    """Run the command line; every error of ours becomes a message on standard error and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if (stream.encoding or "").lower().replace("-", "") != "utf8" and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        group(prog_name="kg")
    except KgError as error:
        for problem in error.problems:
            click.echo(f"{click.style('error:', fg='red')} {problem}", err=True)
        if len(error.problems) > 1:
            click.echo(f"{len(error.problems)} errors; nothing was changed.", err=True)
        sys.exit(error.exit_code)
