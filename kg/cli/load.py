"""`kg load`: facts into a store."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli._common import chosen_store, seeds_option, store_option, with_progress


@click.command(name="load", short_help="Load the facts into a store.")
@click.argument("file", required=False, metavar="[FILE.jsonl]")
@seeds_option
@store_option
@click.option("--dry-run", is_flag=True, help="Only show what would be added, changed and removed.")
@click.option("--beside", metavar="DATABASE", help="Load next to nodes of others in the database of this name; they are never touched.")
def command(file: str | None, seeds: str | None, store: str | None, dry_run: bool, beside: str | None) -> None:
    """Load the facts into a store: from the seed files, or from a file of `kg export jsonl`.

    Only what differs is written, and what left the facts leaves the store; loading twice changes nothing.
    An embedded store takes all or nothing; a load into Neo4j that was cut off goes on where it stopped.

    \b
    Example:
      kg load --dry-run
      NEO4J_PASSWORD=... kg load --store bolt://localhost:7687
    """
    from kg import paths
    from kg.errors import CallError, Problem
    from kg.loader import plan_file, plan_seeds
    from kg.store import open_store

    folder = paths.seeds(seeds)
    if file and file != "-" and (Path(file).is_dir() or not Path(file).exists()):
        what = f"there is no file {file}"
        raise CallError(Problem(what, expected="a file of 'kg export jsonl', or - for standard input", todo="seeds are named with --seeds DIR"))
    opened = open_store(chosen_store(store, folder)[0])
    try:
        plan = plan_file(file, opened, beside=beside) if file else plan_seeds(folder, opened, beside=beside)
        nodes, edges = plan.changes.nodes, plan.changes.edges
        for name, (added, changed, removed) in (("nodes", nodes), ("edges", edges)):
            click.echo(f"{name}: {added:,} to add, {changed:,} to change, {removed:,} to remove")
        if dry_run:
            _list(plan)
            click.echo("dry run: nothing was written")
        elif not plan.changes and plan.up_to_date:
            click.echo(f"{opened.name} is up to date; nothing changed")
        else:
            with_progress(plan, "loading")
            click.echo(f"{opened.name} is loaded")
    finally:
        opened.close()


def _list(plan: object) -> None:
    """Name the first rows of each sort of change."""
    from kg.loader import Plan

    assert isinstance(plan, Plan)
    for sign, ids in (
        ("+", [row.id for row in plan.changes.added_nodes]),
        ("~", [row.id for row in plan.changes.changed_nodes]),
        ("-", plan.changes.removed_nodes),
    ):
        for name in ids[:20]:
            click.echo(f"  {sign} {name}")
        if len(ids) > 20:
            click.echo(f"  {sign} ... and {len(ids) - 20:,} more")
