"""`kg add`: take files in as documents."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli._adding import where_to_add
from kg.cli._common import seeds_option, text
from kg.cli._speech import say
from kg.errors import CallError, KgError, Problem, number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.curate.adding.placing import Places
    from kg.curate.adding.plan import Addition


@click.command(name="add", short_help="Take a PDF, page, Word or text file in as a document.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=text)
@click.option("--outlet", metavar="ID", help="Organization that published it.  [default: the one it names]")
@click.option("--new-outlet", metavar="NAME", help="The same, where it is not known yet; it is added.")
@click.option(
    "--published",
    metavar="DAY",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Day of publication, YYYY-MM-DD.  [default: the one it says; never guessed]",
)
@click.option("--title", metavar="TEXT", help="What it is, in your own English words.  [default: its title]")
@click.option("--id", "id_", metavar="ID", help="Id of the document.  [default: OUTLET-DAY]")
@click.option(
    "--language",
    metavar="CODE",
    help="Language of the text, ISO 639.  [default: as it says, else as its commonest words]",
)
@click.option("--kind", metavar="KIND", help="article, report, statement, ...  [default: article]")
@click.option("--collection", metavar="ID", help="Collection that it belongs to.")
@click.option("--url", metavar="ADDRESS", help="Address of the original.  [default: the one it says]")
@click.option("--archive", metavar="ADDRESS", help="Address of a copy in a web archive.")
@click.option("--encoding", metavar="NAME", help="Characters of the file, where it says none or wrong ones.")
@click.option("--record", metavar="ID|ADDRESS", help="The only record to take from a web archive (WARC).")
@click.option(
    "--sources", metavar="DIR", help="Folder of the texts.  [default: KG_SOURCES, else as kg.toml says]"
)
@click.option("--dry-run", is_flag=True, help="Print the text with its numbers; write nothing.")
@seeds_option
def command(
    files: tuple[str, ...],
    published: datetime | None,
    id_: str | None,
    encoding: str | None,
    record: str | None,
    sources: str | None,
    dry_run: bool,
    seeds: str | None,
    **said: Any,
) -> None:
    """Derive the text of each FILE (PDF, HTML, DOCX, WARC or plain text) and start its document.

    Writes the text into the folder of the texts and the document into seeds/documents/, with what its text
    was made from and how, so that 'kg verify --originals' can make it again. Says of each value where it was
    read. A page of a PDF is one paragraph, and so is a block of a web page. Claims are proposed as drafts.

    Each file is added whole or not at all; one that cannot be added does not stop the others. Existing files
    are not touched. Exit code 2 when nothing could be added, 1 when some could not.

    \b
    Example:
      kg add --dry-run --new-outlet 'Harbour Post' --published 2026-01-05 docs/example/texts/harbour-post.txt
    """
    from kg.curate.adding.asked import Asked
    from kg.curate.adding.known import Known
    from kg.curate.adding.plan import additions
    from kg.curate.adding.writing import write

    asked = Asked(published=published.date() if published else None, id=id_, **said)
    for option in (*asked.of_one, *(["--record"] if record else [])) if len(files) > 1 else ():
        what = f"{option} is for one document, and {number_of(len(files), 'file')} are named"
        raise CallError(Problem(what, todo="add that file by itself"))
    places, facts = where_to_add(seeds, sources)
    known, wrong = Known(facts), list[KgError]()
    added: list[Addition] = []
    for file in files:
        trial = known.copy()
        try:
            made = additions(Path(file), asked, trial, places, record=record, encoding=encoding)
            if not dry_run:
                write(made)
        except KgError as error:
            if len(files) == 1:
                raise
            wrong.append(error)
            _say(error)
            continue
        known, added = trial, [*added, *made]
        for one in made:
            _tell(one, file, dry_run)
    drafted = True
    if dry_run:
        click.echo("dry run: nothing was written", err=True)
    elif added:
        drafted = _propose(added, places)
        documents = number_of(len(added), "document was", "documents were")
        click.echo(f"{documents} added; then 'kg draft next', 'kg check' and 'kg verify'", err=True)
    if wrong:
        click.echo(f"{number_of(len(wrong), 'file was', 'files were')} not added", err=True)
    if wrong or not drafted:
        click.get_current_context().exit(1 if added else wrong[0].exit_code)


def _tell(one: Addition, file: str, dry_run: bool) -> None:
    """Print what was taken, and the text or where its document was written."""
    from kg.cli._common import shown
    from kg.curate.adding.told import numbered, told
    from kg.formats.text import visible

    click.echo(visible(file), err=True)
    for line in told(one, shown, shutil.get_terminal_size((80, 24)).columns):
        click.echo(line, err=True)
    if not dry_run:
        click.echo(f"  {'wrote':<10} {shown(one.file)}", err=True)
        return
    for line in numbered(one):
        click.echo(line)


def _propose(added: Sequence[Addition], places: Places) -> bool:
    """Propose claims, by the names of all that was added; return whether that went well."""
    from kg.curate.drafts.propose import write_drafts
    from kg.sources.seeds import load

    well = True
    click.echo("drafts", err=True)
    try:
        facts = load(places.seeds)
    except KgError as error:
        _say(error)
        return False
    for one in added:
        try:
            proposed = write_drafts(places.seeds.parent, one.document, one.derived.lines, facts)
        except KgError as error:
            _say(error)
            well = False
            continue
        for note in proposed.notes:
            click.echo(f"  {one.document.id}: {note}", err=True)
    return well


def _say(error: KgError) -> None:
    for problem in error.problems:
        say(problem)
    for note in getattr(error, "__notes__", ()):
        click.echo(note, err=True)
