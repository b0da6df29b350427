"""How an answer leaves the program: format, columns, number of rows, file, colour and pager.

One decorator gives a command all of it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from itertools import batched, chain
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from kg.cli._common import FORMATS, note, one_of, open_in_browser, open_option, refuse_unwritten, shown, text
from kg.cli._rows import Taken, chosen, say_left_out
from kg.errors import CallError, Problem, number_of
from kg.formats import endings, formats, renderer
from kg.formats.text import BOM
from kg.system.atomic_files import write_atomically, write_pieces

if TYPE_CHECKING:
    from pathlib import Path

    from kg.questions.result import Result

FOR_PEOPLE = ("table", "markdown", "html")
"""Formats that say days in words (`kg.questions.spans`); the others are for programs."""
TOGETHER = 500
"""Pieces of text that are printed at once."""
_NO_PARAMETERS = ("store", "seeds", "timeout")


class Output(NamedTuple):
    """What was asked for; `parameters` are the other options that have a value, for the caption of a page."""

    style: str | None = None
    columns: str | None = None
    limit: int | None = None
    file: str | None = None
    color: str = "auto"
    pager: bool = True
    parameters: Mapping[str, Any] = {}
    opens: bool = False
    bom: bool = False

    @property
    def format(self) -> str:
        """The format asked for, else that of the file's ending, else a table or, in a pipe, JSON."""
        if self.style:
            return self.style
        if self.file and self.file != "-":
            return endings("answer").get(os.path.splitext(self.file)[1].lower(), "json")
        return "table" if on_terminal() else "json"


def output_options(names: Sequence[str] = FORMATS) -> Callable[[Any], Any]:
    """Return a decorator that adds the options for how an answer leaves the program.

    They are `--format`, `--columns`, `--limit`, `--output`, `--bom`, `--color`, `--no-pager`, `--open`. The
    command, or the function that becomes one, gets all of them as one `Output` by the name `out`.
    """

    def add(command: Any) -> Any:
        if isinstance(command, click.Command):
            assert command.callback is not None
            command.callback = _gathered(command.callback)
            for option in reversed(options(names)):
                option(command)
            return command
        command = _gathered(command)
        for option in options(names):
            command = option(command)
        return command

    return add


def options(names: Sequence[str] = FORMATS) -> list[Callable[..., Any]]:
    """Return what adds each option, the last one in the help first."""
    kinds = "How to print.  [default: by the ending of --output, else table on a terminal, json in a pipe]"
    return [
        open_option,
        click.option(
            "--no-pager",
            is_flag=True,
            help="Print at once what is longer than the screen. PAGER names the program that shows it.",
        ),
        click.option(
            "--color",
            **one_of("auto", "always", "never"),
            default="auto",
            help=(
                "Colour stances and statuses of a table.  [default: auto, by terminal, NO_COLOR and"
                " FORCE_COLOR]"
            ),
        ),
        click.option("--bom", is_flag=True, help="Begin CSV with the mark by which Excel knows UTF-8."),
        click.option(
            "-o",
            "--output",
            type=text,
            metavar="FILE",
            help="Write to this file, whole or not at all; - is standard output.",
        ),
        click.option(
            "--limit",
            type=click.IntRange(min=0),
            metavar="N",
            help="Only the first N rows; says how many are left out.  [default: all]",
        ),
        click.option(
            "--columns",
            type=text,
            metavar="A,B,...",
            help="Only these columns, in this order.  [default: all; a table shows the main ones]",
        ),
        click.option("--format", "style", **one_of(*names), help=kinds),
    ]


def _gathered(callback: Callable[..., Any]) -> Callable[..., Any]:
    """Return a callback that gets the output options as one `Output`."""

    @wraps(callback)
    def gathered(
        *args: Any,
        style: str | None,
        columns: str | None,
        limit: int | None,
        output: str | None,
        color: str,
        no_pager: bool,
        opens: bool,
        bom: bool,
        **rest: Any,
    ) -> Any:
        if opens:
            refuse_unwritten(output)
        told = {
            name: value
            for name, value in rest.items()
            if value not in (None, False, ()) and name not in _NO_PARAMETERS
        }
        return callback(
            *args, out=Output(style, columns, limit, output, color, not no_pager, told, opens, bom), **rest
        )

    return gathered


def print_result(result: Result, out: Output) -> None:
    """Print a result as asked for.

    Raises:
        CallError: a column is unknown.
        ExportError: the file cannot be written.
    """
    print_rows(result, result.rows, out)


def print_rows(head: Result, rows: Iterable[tuple[Any, ...]], out: Output) -> None:
    """Print rows as asked for, where the format allows it each as it comes.

    Args:
        head: the result; its own rows do not matter.
        rows: these are printed; how many a limit leaves out is counted only in a list.
        out: how and where to.

    Raises:
        CallError: a column is unknown.
        ExportError: the file cannot be written.
    """
    if out.bom and out.format != "csv":
        what = f"--bom is for CSV, and this is {out.format}"
        raise CallError(Problem(what, todo="leave it out, or take --format csv"))
    result, of_columns = chosen(head, rows, out.columns, out.format in FOR_PEOPLE)
    taken = Taken(of_columns, out.limit)
    if isinstance(rows, list):
        say_left_out(out.limit, len(rows))
    if result.note and out.format != "table":
        note(result.note)
    if not result.parameters:
        result = result._replace(parameters=out.parameters)
    pieces = formats("answer")[out.format].pieces
    if pieces is not None:
        _send_pieces(chain([BOM] if out.bom else [], pieces(result, taken)), out, taken)
    else:
        result = result._replace(rows=list(taken))
        if out.format == "table":
            from kg.formats.table import render

            words = render(result, color=colored(out.color, out.file))
        else:
            words = renderer(out.format)(result)
        send(words, out, number_of(taken.count, "row"))
    if not isinstance(rows, list) and taken.more():
        note(f"more rows are left out by --limit {out.limit}; how many was not counted")


def _send_pieces(pieces: Iterable[str], out: Output, taken: Taken) -> None:
    """Send text piece by piece to the file asked for, or else to standard output."""
    if out.file is not None and out.file != "-":
        file = _file(out)
        write_pieces(file, pieces)
        _wrote(file, number_of(taken.count, "row"), out)
        return
    print_pieces(pieces, color=colored(out.color, None) or None)


def print_pieces(pieces: Iterable[str], *, color: bool | None = None) -> None:
    """Write pieces of text to standard output, many at a time.

    Args:
        pieces: which they are.
        color: whether colours stay; None leaves that to where it goes.
    """
    for some in batched(pieces, TOGETHER):
        click.echo("".join(some), nl=False, color=color)


def send(words: str, out: Output, what: str = "") -> None:
    """Send text to the file asked for, or else to standard output.

    Text that is longer than the terminal goes through a pager.

    Args:
        words: all of it, with a newline at its end.
        out: where to.
        what: how much it is, for the note that a file was written.
    """
    if out.file is not None and out.file != "-":
        file = _file(out)
        write_atomically(file, words)
        _wrote(file, what, out)
    elif (
        out.pager
        and out.format in ("table", "markdown")
        and on_terminal()
        and words.count("\n") >= _lines()
        and os.environ.get("PAGER") != ""
    ):
        os.environ.setdefault("LESS", "-FRX")
        click.echo_via_pager(words.removesuffix("\n"), color=colored(out.color, None))
    else:
        click.echo(words, nl=False, color=colored(out.color, None) or None)


def _file(out: Output) -> Path:
    """Return the file asked for.

    Raises:
        CallError: it has no name.
    """
    if not out.file:
        raise CallError(Problem("'--output' needs the name of a file", expected="a path"))
    from pathlib import Path

    return Path(out.file)


def _wrote(file: Path, what: str, out: Output) -> None:
    click.echo(f"wrote {shown(file)}{f': {what}' if what else ''}", err=True)
    if out.opens:
        open_in_browser(file)


def colored(asked: str, file: str | None) -> bool:
    """Return whether to colour: as asked, or else as NO_COLOR and FORCE_COLOR say.

    Without any of these, a terminal that can show colours gets them.
    """
    if asked != "auto":
        return asked == "always"
    if file is not None or os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (on_terminal() and os.environ.get("TERM") != "dumb")


def on_terminal() -> bool:
    """Return whether somebody reads along."""
    return sys.stdout is not None and sys.stdout.isatty()


def _lines() -> int:
    import shutil

    return shutil.get_terminal_size((80, 24)).lines
