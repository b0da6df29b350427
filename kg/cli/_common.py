"""What commands share: options for seeds, store and output, and opening the right store."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg import paths
from kg.errors import ExportError, Problem

if TYPE_CHECKING:
    from kg.loader import Plan
    from kg.result import Result
    from kg.store import Store

Command = TypeVar("Command", bound=Callable[..., Any])
FORMATS = ("table", "json", "csv", "markdown")


def seeds_option(command: Command) -> Command:
    """Add `--seeds`."""
    return click.option("--seeds", metavar="DIR", help="Folder of the facts.  [default: KG_SEEDS, else the corpus that comes with kg]")(command)


def store_option(command: Command) -> Command:
    """Add `--store`."""
    text = "Embedded file or Neo4j address; 'memory' for none.  [default: NEO4J_URI, else build/kg.grafeo beside the seeds]"
    return click.option("--store", metavar="PATH|URI", help=text)(command)


def format_option(command: Command) -> Command:
    """Add `--format`."""
    text = "How to print.  [default: table on a terminal, json in a pipe]"
    return click.option("--format", "style", type=click.Choice(FORMATS), help=text)(command)


def chosen_store(given: str | None, folder: Path) -> tuple[str, bool]:
    """Return where the store is, and whether it is the default one (which may be rebuilt at will)."""
    where = given or os.environ.get("NEO4J_URI")
    return (where, False) if where else (str(paths.default_store(folder)), True)


def ready_store(store: str | None, seeds: str | None) -> Store:
    """Open a store for reading.

    The default store is built again when the seeds changed; any other says on standard error that it is stale.
    """
    from kg.fingerprint import fingerprint
    from kg.store import open_store

    folder = paths.seeds(seeds)
    where, default = chosen_store(store, folder)
    opened = open_store(where)
    if where == "memory" or default:
        try:
            current = opened.fingerprint() == fingerprint(folder)
        except BaseException:
            opened.close()
            raise
        if not current:
            from kg.loader import plan_seeds

            plan = plan_seeds(folder, opened)
            with_progress(plan, "building the graph")
    elif store is None or "://" in where:
        loaded = opened.fingerprint()
        if loaded is None:
            click.echo(f"note: nothing is loaded in {opened.name}, or its load was cut off; run 'kg load'", err=True)
        elif loaded != fingerprint(folder):
            click.echo(f"note: {opened.name} is older than the seeds; run 'kg load' to bring it up to date", err=True)
    return opened


def with_progress(plan: Plan, label: str) -> None:
    """Carry out a load with a progress bar on standard error."""
    total = len(plan.changes)
    if total < 2_000 or not sys.stderr.isatty():
        plan.run()
        return
    with click.progressbar(length=total, label=label, file=sys.stderr, show_pos=True) as bar:
        plan.run(bar.update)


def style_of(given: str | None) -> str:
    """Return the format asked for, or the one that fits where the output goes."""
    return given or ("table" if sys.stdout.isatty() else "json")


def print_result(result: Result, given: str | None) -> None:
    """Print a result in the format asked for."""
    from kg.export import renderer

    click.echo(renderer(style_of(given))(result), nl=False)


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all.

    Raises:
        ExportError: it cannot be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ExportError(Problem(f"cannot write {path}: {error.strerror}", todo="name another file with --output")) from error
