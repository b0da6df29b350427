"""`kg import`: the rows of a table as facts beside the seeds."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from kg.cli._common import seeds_option
from kg.errors import CallError, Problem


def _list(context: click.Context, option: click.Parameter, asked: bool) -> None:
    if not asked:
        return
    from kg import paths
    from kg.sources.tables.layouts import folders, names, read

    for name, file in sorted(names(folders(paths.seeds(context.params.get("seeds")))).items()):
        layout = read(file)
        click.echo(f"{name}: {layout.title}" + (f"; {layout.about}" if layout.about else ""))
    context.exit()


def _take_back(context: click.Context, option: click.Parameter, id: str | None) -> None:
    if id is None:
        return
    from kg.cli._adding import places_to_add
    from kg.cli._common import shown
    from kg.sources.tables.importing import taken_back

    places = places_to_add(context.params.get("seeds"), None)
    for path in taken_back(places.seeds, places.texts[0], id):
        click.echo(f"{'changed' if path.is_file() else 'deleted'} {shown(path)}", err=True)
    context.exit()


@click.command(name="import", short_help="Make facts of the rows of a table.")
@click.argument("layout", metavar="LAYOUT")
@click.argument(
    "file", metavar="FILE", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="Day of this edition, where the file does not say it.",
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="Day on which its claims enter the graph.  [default: today]",
)
@click.option("--id", "name", metavar="ID", help="Id of the document.  [default: as the layout makes it]")
@click.option(
    "--take-back",
    metavar="ID",
    expose_value=False,
    is_eager=True,
    callback=_take_back,
    help="Delete an import and its text, and what it added to imports of earlier editions.",
)
@click.option("--dry-run", is_flag=True, help="Only report what would come out; write nothing.")
@click.option(
    "--list", is_flag=True, is_eager=True, expose_value=False, callback=_list, help="List the layouts."
)
@seeds_option
def command(
    layout: str,
    file: Path | None,
    published: datetime | None,
    as_of: datetime | None,
    name: str | None,
    dry_run: bool,
    seeds: str | None,
) -> None:
    """Make facts of the rows of FILE, as LAYOUT reads them: CSV, a spreadsheet or lines of JSON.

    Each row becomes claims that cite the row. They stand in seeds/imports/ID.jsonl.gz beside the other facts,
    and the text of the table in the folder of the texts. The report says how many rows gave what, and what
    was lost for which reason. A row that is wrong stops it, and nothing is written.

    \b
    Example:
      kg import sipri-register docs/example/afternoon/register.csv --dry-run
    """
    from kg.cli._adding import where_to_add
    from kg.cli._common import shown
    from kg.sources.tables.importing import imported
    from kg.sources.tables.layouts import folders, layout_named

    if file is None:
        what, todo = f"'{layout[:80]}' stands alone", "'kg import --list' says which layouts there are"
        raise CallError(Problem(what, expected="kg import LAYOUT FILE", todo=todo))
    places, facts = where_to_add(seeds, None)
    done = imported(
        layout_named(layout, folders(places.seeds)),
        file,
        facts,
        places.seeds,
        published=published and published.date(),
        recorded=as_of and as_of.date(),
        id=name,
        texts=None if dry_run else places.texts[0],
    )
    for line in done.report.lines():
        click.echo(line)
    for line in done.difference.lines() if done.difference else ():
        click.echo(line)
    for path in done.written:
        click.echo(f"wrote {shown(path)}", err=True)
    if dry_run:
        click.echo("dry run: nothing was written", err=True)
