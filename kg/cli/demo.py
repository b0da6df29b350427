"""`kg demo`: the main job from end to end."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli._common import (
    note,
    open_in_browser,
    open_option,
    seeds_option,
    shown,
    with_progress,
)
from kg.errors import number_of
from kg.system.atomic_files import write_atomically

if TYPE_CHECKING:
    from kg.load.seeds import Plan


@click.command(name="demo", short_help="Build the graph, answer five questions, draw the network.")
@seeds_option
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Where to write the view.  [default: kg.html beside the default store]",
)
@open_option
def command(seeds: str | None, output: str | None, opens: bool) -> None:
    """Check the facts, build the graph in the embedded store, answer the headline questions, write the view.

    A second run changes nothing and says so.

    \b
    Example:
      kg demo
    """
    from kg import paths
    from kg.corpus import open_corpus
    from kg.curate.check.run import check_seeds
    from kg.formats.table import render
    from kg.load.opening import built
    from kg.picture.contents import draw_graph, draw_preset, see
    from kg.picture.forms import in_every_form
    from kg.picture.out.page import render as draw
    from kg.questions import library
    from kg.questions.run import run
    from kg.store import statements

    folder = paths.seeds(seeds)
    checked = check_seeds(folder)
    click.echo(
        f"checked   {number_of(checked.facts, 'fact')} in {number_of(checked.files, 'file')}: no error"
    )
    where = Path(paths.default_store(folder))
    written: list[int] = []

    def build(plan: Plan) -> None:
        with_progress(plan, "building ")
        written.append(len(plan.changes))

    store = built(folder, note, build)
    try:
        kept = "memory" if store.name == "memory" else shown(where)
        rows = f"{number_of(sum(written), 'row')} written" if written else "up to date, nothing changed"
        click.echo(f"built     {kept}: {rows}")
        counts = store.query(statements.COUNTS, {})
        numbers = dict(zip(counts.columns, counts.rows[0], strict=True))
        numbers["citations"] = store.query(statements.CITATIONS, {}).rows[0][0]
        words = ("actors", "weapon_types", "events", "claims", "citations", "documents")
        click.echo("holds     " + ", ".join(f"{numbers[w]:,} {w.replace('_', ' ')}" for w in words) + "\n")
        questions = library.headlines()
        for number, preset in enumerate(questions, 1):
            click.secho(f"[{number}] kg ask {preset.name}", bold=True)
            click.echo(render(run(preset, store)))
        seen = see(store)
        drawings = [in_every_form(partial(draw_preset, p, store), seen) for p in questions]
        drawings.append(in_every_form(draw_graph, seen))
    finally:
        store.close()
    target = Path(output) if output else where.with_name("kg.html")
    write_atomically(
        target,
        draw(
            drawings,
            title=open_corpus().title or "Who says who armed whom?",
            context=seen.graph,
            world=seen.world,
        ),
    )
    click.echo(f"view      {shown(target)} (open it in any browser; it needs no network)")
    if opens:
        open_in_browser(target)
