"""`kg load`: facts into a store."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from kg.cli._common import narrowing_options, note, seeds_option, store_option
from kg.cli._corpus import say_whose
from kg.cli._given_file import reading, refuse_missing
from kg.cli._progress import progress
from kg.model.sharing import ALL, Only

if TYPE_CHECKING:
    from kg.load.seeds import Plan
    from kg.load.stream.plan import FilePlan
    from kg.store import Store

LISTED = 20
"""Ids of one sort of change that a dry run names."""


@click.command(name="load", short_help="Load the facts into a store.")
@click.argument("file", required=False, metavar="[FILE.jsonl[.gz] | DIR]")
@narrowing_options
@seeds_option
@store_option
@click.option("--dry-run", is_flag=True, help="Only show what would be added, changed and removed.")
@click.option(
    "--beside",
    metavar="DATABASE",
    help="Load next to nodes of others in the database of this name; they are never touched.",
)
def command(
    file: str | None,
    only: Only,
    seeds: str | None,
    store: str | None,
    dry_run: bool,
    beside: str | None,
) -> None:
    """Load the facts into a store: from the seed files, or what `kg export jsonl`, `parquet` or `stix` wrote.

    The file may be packed with gzip and of any size; - reads standard input, and a pipe is read like that.
    Everything is checked before the store is touched. Only what differs is written, and what left the facts
    leaves the store; loading twice changes nothing. An embedded store takes all or nothing; a load into Neo4j
    that was cut off goes on where it stopped. With --collection, --mark or --reviewed the store holds nothing
    else, and statements that are pasted there are narrowed, too.

    \b
    Example:
      kg load --dry-run
      kg load claims.jsonl.gz --store claims.grafeo
      NEO4J_PASSWORD=... kg load --store bolt://localhost:7687
    """
    from kg import paths
    from kg.load.opening import to_load

    folder = paths.seeds(seeds)
    if store and not file:
        say_whose(seeds)
    if file:
        refuse_missing(file)
    if only != ALL:
        _refuse_narrowing(file, store, folder)
    opened = to_load(store, folder, note)
    try:
        plan = _plan(file, folder, opened, beside, only)
        for name, (added, changed, removed) in (("nodes", plan.changes.nodes), ("edges", plan.changes.edges)):
            click.echo(f"{name}: {added:,} to add, {changed:,} to change, {removed:,} to remove")
        if dry_run:
            _list(plan)
            click.echo("dry run: nothing was written")
        elif not plan.changes and plan.up_to_date:
            plan.run()
            click.echo(f"{opened.name} is up to date; nothing changed")
        else:
            with progress(len(plan.changes), "loading", "rows") as told:
                plan.run(told)
            click.echo(f"{opened.name} is loaded")
    finally:
        opened.close()


def _refuse_narrowing(file: str | None, store: str | None, folder: str) -> None:
    from kg.errors import CallError, Problem
    from kg.load.opening import chosen

    if file:
        what = "--collection, --mark and --reviewed narrow seeds, not a file"
        todo = "load the file, and narrow what you ask of it"
        todo = f"{todo}, or write one of 'kg export jsonl --collection', or with the others"
        raise CallError(Problem(what, todo=todo))
    if chosen(store, folder)[1]:
        what = "the default store holds all facts"
        raise CallError(
            Problem(what, expected="--store", todo="'kg ask' with the same options narrows what it answers")
        )


def _plan(file: str | None, folder: str, store: Store, beside: str | None, only: Only) -> Plan | FilePlan:
    from kg.load.seeds import plan_file, plan_seeds

    if not file:
        return plan_seeds(folder, store, beside=beside, only=only, told=note)
    with reading(file) as told:
        return plan_file(file, store, beside=beside, told=told)


def _list(plan: Plan | FilePlan) -> None:
    """Name the first rows of each sort of change."""
    for sign, sort, count in zip("+~-", ("added", "changed", "removed"), plan.changes.nodes, strict=True):
        _names(sign, plan.first(sort, LISTED), count)


def _names(sign: str, ids: Sequence[str], count: int) -> None:
    for name in ids:
        click.echo(f"  {sign} {name}")
    if count > len(ids):
        click.echo(f"  {sign} ... and {count - len(ids):,} more")
