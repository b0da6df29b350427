"""`kg new`: first versions of seed files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from kg.cli._common import seeds_option
from kg.errors import CallError, Problem, number_of
from kg.system.atomic_files import write_atomically


@click.group(name="new", short_help="Start a seed file.")
def command() -> None:
    """Start a seed file.

    \b
    Example:
      kg new document --help
    """


@command.command(name="document", short_help="Start the seed file of an article from its text.")
@click.argument("text", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--outlet",
    metavar="ID",
    required=True,
    help="Id of the organization that published it; add it to seeds/actors.yaml first.",
)
@click.option(
    "--published",
    metavar="DAY",
    required=True,
    type=click.DateTime(["%Y-%m-%d"]),
    help="Day of publication, YYYY-MM-DD.",
)
@click.option("--id", "name", metavar="ID", help="Id of the document.  [default: OUTLET-DAY]")
@click.option(
    "--title", metavar="TEXT", help="What it is, in English words of your own.  [default: Article of DAY]"
)
@click.option(
    "--language",
    metavar="CODE",
    help="Language of the text, ISO 639.  [default: the one its commonest words are of]",
)
@seeds_option
def document(
    text: Path,
    outlet: str,
    published: datetime,
    name: str | None,
    title: str | None,
    language: str | None,
    seeds: str | None,
) -> None:
    """Make seeds/documents/DAY-ID.yaml for the article in the file TEXT.

    The document is filled in, with the hash of its text. Citations of every sentence and candidates (figures,
    days, known names, words of reporting) follow as comments: places and a few words, never a sentence, never
    a fact. An existing file is not touched.

    \b
    Example:
      kg new document --seeds docs/example/seeds --outlet harbour-post --published 2026-01-05 \
docs/example/texts/harbour-post.txt
    """
    from kg import paths
    from kg.curate.draft import draft, render
    from kg.language.known_names import KnownNames
    from kg.sources.seeds import load

    folder = paths.seeds(seeds)
    corpus = load(folder)
    made = draft(corpus, text, outlet, published.date(), name, title, language)
    target = Path(folder, "documents", made.filename)
    if target.exists():
        raise CallError(
            Problem(
                f"{target} exists already",
                expected="a file that is new",
                todo="move it away first; nothing was changed",
            )
        )
    write_atomically(target, render(made, KnownNames(corpus.facts)))
    click.echo(f"wrote {target}: {number_of(len(made.text.paragraphs or ()), 'paragraph')}", err=True)
    click.echo(
        "read it, uncomment the first claim and make it yours, then run 'kg check' and 'kg verify'", err=True
    )
