"""What commands share: options for seeds, store and output, and opening the right store."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, cast

import click

from kg.corpus import MARKS
from kg.errors import CallError, Problem, nearest, number_of
from kg.formats import formats, renderer
from kg.model.sharing import ALL, Only

if TYPE_CHECKING:
    from pathlib import Path

    from kg.load.seeds import Plan
    from kg.questions.result import Result
    from kg.store import Store

FORMATS = tuple(formats("answer"))
"""What any answer can be printed as."""


def text(value: str) -> str:
    """Return a word of the command line.

    Bytes that are no text are refused; whatever else it holds stays a value.

    Raises:
        click.BadParameter: it is not UTF-8.
    """
    try:
        value.encode()
    except UnicodeEncodeError:
        raise click.BadParameter(f"{value[:80]!r} is not UTF-8") from None
    return value


def one_of(*words: str) -> dict[str, Any]:
    """Return what makes an option or argument one of a few words: its type, and how the help shows it.

    Any other word is refused with the one that comes close.

    Example:
        >>> one_of("high", "low")["metavar"]
        'high|low'
    """

    def word(value: str) -> str:
        if value not in words:
            close = nearest(value, words)
            hint = f"; did you mean '{close}'?" if close else ""
            raise click.BadParameter(f"'{value[:80]}' is not one of {', '.join(words)}{hint}")
        return value

    return {"type": word, "metavar": "|".join(words)}


def seeds_option[Command: Callable[..., Any]](command: Command) -> Command:
    """Add `--seeds`, which the command gets, and `--corpus`, which holds for all that it does."""
    from kg.cli import _corpus

    seeds = click.option(
        "--seeds",
        metavar="DIR",
        callback=_corpus.told,
        help="Folder of the facts.  [default: KG_SEEDS, else the one in the corpus]",
    )
    return seeds(_corpus.option(command))


def store_option[Command: Callable[..., Any]](command: Command) -> Command:
    """Add `--store`."""
    text = (
        "Embedded file or Neo4j address; 'memory' for none.  [default: NEO4J_URI, else build/kg.grafeo beside"
        " the seeds]"
    )
    return click.option("--store", metavar="PATH|URI", help=text)(command)


def narrowing_options[Command: Callable[..., Any]](command: Command) -> Command:
    """Add `--collection`, `--mark` and `--reviewed`; the command gets them as `only`."""
    words = (
        "Leave out what is marked more strictly (TLP 2.0), as its documents are, too.  [default: no limit]",
        "Leave out claims that nobody but who entered them has accepted as they are.",
        "Only what the documents of this collection say; its id or name.  [default: all collections]",
    )
    made = command.callback if isinstance(command, click.Command) else command
    assert made is not None

    @wraps(made)
    def narrowed(*args: Any, collection: str | None, mark: str | None, reviewed: bool, **rest: Any) -> Any:
        return made(*args, only=Only(collection, mark, reviewed), **rest)

    if isinstance(command, click.Command):
        command.callback = narrowed
    else:
        command = cast("Command", narrowed)
    command = click.option("--reviewed", is_flag=True, help=words[1])(command)
    command = click.option("--mark", **one_of(*MARKS), help=words[0])(command)
    return click.option("--collection", type=text, metavar="COLLECTION", help=words[2])(command)


def format_option[Command: Callable[..., Any]](*names: str) -> Callable[[Command], Command]:
    """Return what adds `--format` with the formats that the command can print; without names all of them."""
    words = "How to print.  [default: table on a terminal, json in a pipe]"
    return click.option("--format", "style", **one_of(*(names or FORMATS)), help=words)


def language_option[Command: Callable[..., Any]](words: str) -> Callable[[Command], Command]:
    """Return what adds `--lang`, with `words` as its help; the command gets it as `language`."""
    from kg.language import ENGLISH
    from kg.language.interface import languages

    known = languages()

    def own(context: click.Context, option: click.Parameter, given: str | None) -> str:
        from kg.corpus import open_corpus

        return given or next((code for code in open_corpus().languages if code in known), ENGLISH)

    words = f"{words}  [default: the first of the corpus that there is, else {ENGLISH}]"
    return click.option("--lang", "language", **one_of(*known), callback=own, help=words)


def as_of_option[Command: Callable[..., Any]](command: Command) -> Command:
    """Add `--as-of`; the command gets a day, or None for everything."""
    return click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        callback=lambda context, option, moment: moment.date() if moment else None,
        metavar="DAY",
        help="Only what was published on or before this day.  [default: everything]",
    )(command)


def timeout_option[Command: Callable[..., Any]](command: Command) -> Command:
    """Add `--timeout`."""
    words = (
        "Seconds after which a Neo4j server ends the question; the embedded engine always does after 30. "
        " [default: the server's own]"
    )
    return click.option(
        "--timeout", type=click.FloatRange(min=0.001, max=86_400), metavar="SECONDS", help=words
    )(command)


def open_option[Command: Callable[..., Any]](command: Command) -> Command:
    """Add `--open`; the command gets it as `opens`."""
    return click.option(
        "--open", "opens", is_flag=True, help="Open what was written in the browser of this machine."
    )(command)


def refuse_unwritten(output: str | None) -> None:
    """Refuse `--open` where no file is written.

    Raises:
        CallError: there is none.
    """
    if output in (None, "-"):
        what = "'--open' needs a file"
        raise CallError(Problem(what, expected="--output FILE", todo="name one, for example answer.html"))


def open_in_browser(what: Path | str) -> None:
    """Open a file or an address in the browser; where there is none, standard error says so."""
    import webbrowser

    try:
        opened = webbrowser.open(what if isinstance(what, str) else what.resolve().as_uri())
    except Exception:  # whatever the browser does, the file is written
        opened = False
    if not opened:
        note(f"no browser opens here; open {what if isinstance(what, str) else shown(what)} yourself")


def ready_store(
    store: str | None, seeds: str | None, timeout: float | None = None, *, only: Only = ALL
) -> Store:
    """Open a store, or a part of it, for reading.

    See `kg.load.opening.ready`; remarks go to standard error, also how much is held back.

    Raises:
        CallError: there is no such collection.
        StoreError: it holds nothing of ours, or cannot be read.
    """
    from kg.load.opening import ready

    opened = ready(
        store,
        seeds,
        timeout,
        told=note,
        carry_out=lambda plan: with_progress(plan, "building the graph"),
        only=only,
    )
    if opened.held_back:
        from kg.findings.held_back import told
        from kg.language.interface.words import Words

        note(told(opened.held_back, Words()))
    return opened


def say_marked(opened: Store, only: Only) -> None:
    """Say on standard error how much leaves that is not for everybody, where no mark was named."""
    if only.mark is None:
        from kg.load.marked import marked

        claims, documents = marked(opened)
        if claims or documents:
            told = f"{number_of(claims, 'claim')} and {number_of(documents, 'document')}"
            note(f"{told} in it are marked stricter than clear; '--mark clear' leaves them out")


def note(words: str) -> None:
    """Say on standard error what is to be known of a store."""
    click.echo(f"note: {words}", err=True)


def with_progress(plan: Plan, label: str) -> None:
    """Carry out a load, with a progress bar on a terminal when there is much to write."""
    total = len(plan.changes)
    if total < 2_000 or not sys.stderr.isatty():
        plan.run()
        return
    with click.progressbar(length=total, label=label, file=sys.stderr, show_pos=True) as bar:
        plan.run(bar.update)


def style_of(given: str | None) -> str:
    """Return the format asked for, or the one that fits where the output goes."""
    return given or ("table" if sys.stdout is not None and sys.stdout.isatty() else "json")


def print_result(result: Result, given: str | None) -> None:
    """Print a result in the format asked for."""
    click.echo(renderer(style_of(given))(result), nl=False)


def shown(path: Path) -> str:
    """Return a path as short as it can be from here."""
    try:
        return str(path.resolve().relative_to(os.getcwd()))
    except ValueError:
        return str(path)
