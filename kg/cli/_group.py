"""The top of the command line.

It finds commands by file name and questions by their names, and turns errors into messages and exit codes.
"""

from __future__ import annotations

import atexit
import gc
import io
import os
import re
import sys
import threading
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from kg.cli._corpus import named, option
from kg.cli._examples import Formatter
from kg.cli._speech import color, in_our_words, let_go, of_the_system, say, width
from kg.errors import KgError, Problem, nearest
from kg.system.termination import Terminated, as_interrupt
from kg.version import __version__

_SHORT = re.compile(r'^@click\.(?:command|group)\([^)]*?\bshort_help="([^"\\]+)"', re.M)
"""The line of a command's file that says in a few words what it does."""


click.Context.formatter_class = Formatter
INTERRUPTED = 130
"""What a program ends with that was interrupted from the keyboard, as shells expect it."""


class Suggesting(click.Group):
    """A group that says which name comes close to one that it does not have."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command, or say which name comes close."""
        name = args[0]
        if self.get_command(ctx, name) is None:
            hint = self.instead(name)
            close = None if hint else nearest(name, self.list_commands(ctx))
            hint = f"; did you mean '{close}'?" if close else hint and f"; {hint}"
            raise click.UsageError(f"there is no command '{name[:80]}'{hint}", ctx)
        return super().resolve_command(ctx, args)

    def instead(self, name: str) -> str:
        """Return what to do instead of a command that is called otherwise here, if that is known."""
        return ""


class Lazy(Suggesting):
    """A group whose commands are the files of one package; a file that starts with `_` is none.

    A question is a command, too: `kg NAME` is short for `kg ask NAME` unless a file is called so.
    """

    def __init__(self, *args: Any, package: str, folder: str, **kwargs: Any) -> None:
        """Remember where the commands are; none is imported yet."""
        super().__init__(*args, **kwargs)
        self._package = package
        self._folder = folder

    def _files(self) -> list[str]:
        return sorted(
            f[:-3].replace("_", "-")
            for f in os.listdir(self._folder)
            if f.endswith(".py") and not f.startswith("_")
        )

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, and those of the questions in Python."""
        from kg.questions.short_forms import short_forms

        return sorted({*self._files(), *short_forms()})

    def instead(self, name: str) -> str:
        """Return which command does what others name so."""
        from kg.cli._start import MEANT

        return MEANT.get(name.lower(), "")

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Import one command."""
        if name not in self._files():
            return _question(name)
        command = import_module(f"{self._package}.{name.replace('-', '_')}").command
        assert isinstance(command, click.Command)
        if "_KG_COMPLETE" in os.environ:
            from kg.cli._complete import attach

            attach(command)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """Return what the Tab key offers: commands with their words read off the files, none imported."""
        from click.shell_completion import CompletionItem

        below = [
            CompletionItem(name, help=words)
            for name, words in sorted([*self._words(ctx), *_titles()])
            if name.startswith(incomplete)
        ]
        return [*below, *click.Command.shell_complete(self, ctx, incomplete)]

    def _words(self, ctx: click.Context) -> list[tuple[str, str]]:
        """Return every command but questions with its words, read off the files.

        Importing all of them would take twice as long.
        """
        rows = []
        for name in self._files():
            with open(os.path.join(self._folder, f"{name.replace('-', '_')}.py"), encoding="utf-8") as file:
                said = _SHORT.search(file.read())
            command = None if said else self.get_command(ctx, name)
            rows.append((name, said[1] if said else command.get_short_help_str(80) if command else ""))
        return rows

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands in groups, and the questions that are commands."""
        self.list_groups(ctx, formatter)
        with formatter.section("Questions, short for 'kg ask'"):
            formatter.write_dl(_titles())

    def list_groups(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands in groups, all in columns of one width."""
        from kg.cli._start import grouped

        rows = self._words(ctx)
        width = max(len(name) for name, _ in rows)
        for group, some in grouped(rows):
            with formatter.section(group):
                formatter.write_dl([(name.ljust(width), words) for name, words in some])


def _titles() -> list[tuple[str, str]]:
    """Return the questions in Python by the command that each is, with their titles."""
    from kg.questions.short_forms import short_forms

    return sorted((command, form.title) for command, form in short_forms().items())


def _question(command: str) -> click.Command | None:
    """Return the question that a command is short for; None when there is none."""
    from kg.questions import library
    from kg.questions.short_forms import short_forms

    form = short_forms().get(command)
    name = form.question if form else command
    if name not in library.files():
        return None
    from kg.cli.ask import question_command

    return question_command(library.question(name), f"kg {command}")


@click.group(
    cls=Lazy,
    package="kg.cli",
    folder=os.path.dirname(__file__),
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=(
        "Exit codes: 0 done, 1 it failed, 2 it was called wrongly. Ctrl-C ends with 130, SIGTERM with 143."
    ),
)
@click.version_option(__version__, prog_name="kg")
@option
def group() -> None:
    """Who says who armed whom, and what does it rest on?

    \b
    Example:
      kg demo
      kg ask who-sourced --topic troop-numbers
    """
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        from kg.cli._start import welcome

        assert isinstance(context.command, Lazy)
        click.echo(welcome(context, context.command.list_groups), nl=False)


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line; what goes wrong becomes messages on standard error and an exit code.

    Args:
        args: the words after `kg`; those that the process was called with when absent.

    Raises:
        SystemExit: always; 0 done, 1 it failed, 2 it was called wrongly, 130 it was interrupted, 143 it was
            told to end.
    """
    atexit.register(gc.freeze)  # the system takes all memory back at once: no search for garbage before that
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if "_KG_COMPLETE" in os.environ:
        from kg.cli import _complete

        _complete.run(group)
    code = 0
    try:
        with as_interrupt(), named(sys.argv[1:] if args is None else args):
            looks: Any = {"terminal_width": width(), "color": color()}
            code = group.main(args, prog_name="kg", standalone_mode=False, **looks) or 0
    except KgError as error:
        code = error.exit_code
        for problem in error.problems:
            say(problem)
        for note in getattr(error, "__notes__", ()):
            click.echo("\n".join(str(Problem(line))[:400] for line in note.split("\n")), err=True)
        if error.total > 1:
            shown = (
                f", of which the first {len(error.problems)} are shown"
                if error.total > len(error.problems)
                else ""
            )
            click.echo(f"{error.total:,} errors{shown}; nothing was changed.", err=True)
    except click.exceptions.NoArgsIsHelpError as error:
        code = error.exit_code
        error.show()
    except click.ClickException as error:
        code = error.exit_code
        say(Problem(in_our_words(error)))
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
        let_go()
        say(Problem("interrupted"))
    except Terminated as told:
        code = int(told.code or 0)
        let_go()
        say(Problem(f"ended by {told.signal}"))
        _leave(code)
    except OSError as error:
        code = 1
        say(of_the_system(error))
    sys.exit(code)


def _leave(code: int) -> None:
    """End at once where a thread waits for what need not come, such as a line of standard input."""
    if any(not thread.daemon for thread in threading.enumerate() if thread is not threading.main_thread()):
        sys.stderr.flush()
        os._exit(code)
