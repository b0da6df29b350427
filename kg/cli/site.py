"""`kg site`: everything as a static site."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from kg.cli._common import (
    as_of_option,
    language_option,
    narrowing_options,
    note,
    open_in_browser,
    open_option,
    ready_store,
    say_marked,
    seeds_option,
    shown,
    store_option,
    text,
)
from kg.errors import number_of
from kg.model.sharing import Only

if TYPE_CHECKING:
    from datetime import date


@click.command(name="site", short_help="Write a static site: dossiers, drawings, search, downloads.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@language_option("Words of interface and drawings; facts stay English paraphrases.")
@as_of_option
@click.option(
    "--base-url",
    type=text,
    metavar="URL",
    help="Where the site will stand; adds sitemap, feed and canonical addresses.",
)
@click.option(
    "--title",
    type=text,
    metavar="TEXT",
    help="Name of the site.  [default: title in kg.toml, else Who says who armed whom?]",
)
@click.option(
    "--sources",
    metavar="DIR",
    help="Folder of the documents' texts: quotes spans of them. They are copyrighted: not for publishing.",
)
@click.option(
    "--settings",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Who publishes, byline, contact, licence, corrections policy, language, title and address."
    "  [default: site.yaml in this folder, if there is one]",
)
@click.option("--force", is_flag=True, help="Write into a folder that holds other things; they stay.")
@open_option
@narrowing_options
@seeds_option
@store_option
def command(
    folder: Path,
    language: str,
    as_of: date | None,
    base_url: str | None,
    title: str | None,
    sources: str | None,
    settings: Path | None,
    force: bool,
    opens: bool,
    only: Only,
    seeds: str | None,
    store: str | None,
) -> None:
    """Write a static site into DIR: a page for each event, actor, weapon type, document and question.

    Every page is complete without scripts and opens from the disk; links are relative, so that it stands
    below any address. A second run writes only what changed and removes pages of facts that are gone.

    \b
    Example:
      kg site public
      kg site public --lang de --base-url https://example.org/arms/
      kg site public --settings desk/site.yaml
      kg site then --as-of 2024-10-13
    """
    from kg.corpus import open_corpus
    from kg.questions.emptiness import NONE
    from kg.site import Options
    from kg.site.make import build_from
    from kg.site.publication import FILE, NOBODY
    from kg.site.publication import read as read_settings
    from kg.site.reading import published
    from kg.site.sharing import can_share
    from kg.site.spool import Spool
    from kg.site.write import check, fresh, publish
    from kg.sources import texts

    settings = settings or (Path(FILE) if Path(FILE).is_file() else None)
    publication = read_settings(settings) if settings else NOBODY
    chosen = click.get_current_context().get_parameter_source("language") is not ParameterSource.DEFAULT
    options = Options(
        language if chosen else publication.language or language,
        as_of,
        _address(base_url or publication.base_url),
        (title or publication.title or open_corpus().title).strip(),
        texts.folder(sources) if sources else None,
        publication,
    )
    check(folder, force=force)
    opened = ready_store(store, seeds, only=only)
    with closing(opened), Spool() as files:
        say_marked(opened, only)
        known = published(opened, options)
        if known.empty:
            note(NONE)
        if same := fresh(folder, known.inputs):
            click.echo(f"nothing changed: all {number_of(same, 'file is', 'files are')} the same")
            if opens:
                open_in_browser(folder / "index.html")
            return
        if not known.whole:
            opened.close()  # nothing more is asked of it
        made = build_from(known, _progress, files)
        done = publish(folder, made, force=force)
    if options.base_url and not can_share():
        note("the site has no share picture: that needs pip install 'kg-arms[print]'")
    for path in done.left:
        note(f"left {path}: it changed since it was written")
    if options.sources:
        note("the pages quote the texts, which are copyrighted: for your own use, not for publishing")
    click.echo(
        f"wrote {number_of(len(done.written), 'file')}, {number_of(done.same, 'was', 'were')} the same,"
        f" removed {len(done.removed):,}; next: open {shown(folder / 'index.html')}"
    )
    if opens:
        open_in_browser(folder / "index.html")


def _progress(what: str) -> None:
    """Say on a terminal what is being made."""
    if sys.stderr.isatty():
        click.echo(f"{what} ...", err=True)


def _address(given: str | None) -> str:
    """Return the absolute address with a slash at its end.

    Raises:
        CallError: it is none.
    """
    from urllib.parse import urlsplit

    from kg.errors import CallError, Problem

    if not given:
        return ""
    try:
        parts = urlsplit(given)
        good = (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and not parts.query
            and not parts.fragment
            and given.isprintable()
            and " " not in given
        )
    except ValueError:
        good = False
    if not good:
        raise CallError(
            Problem(
                f"--base-url: '{given[:80]}' is no address",
                expected="http:// or https://, a host and perhaps a path",
                todo="for example https://example.org/arms/",
            )
        )
    return given.rstrip("/") + "/"
