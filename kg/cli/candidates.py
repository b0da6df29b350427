"""`kg candidates`: what a text holds that is worth a look."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from kg.cli._common import one_of, seeds_option, text


@click.command(name="candidates", short_help="Show figures, days and names that a text holds.")
@click.argument("file", type=text)
@click.option(
    "--language", metavar="CODE", help="Language of the text, ISO 639.  [default: as it says, else guessed]"
)
@click.option(
    "--published",
    metavar="DAY",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Day of publication, YYYY-MM-DD, for days such as 'on Tuesday'.  [default: the one it says]",
)
@click.option("--format", "style", **one_of("text", "json"), help="How to print.")
@seeds_option
def command(
    file: str, language: str | None, published: datetime | None, style: str, seeds: str | None
) -> None:
    """Show what FILE (PDF, HTML, DOCX, WARC or plain text) holds: figures, days, names, words of reporting.

    A candidate is a place and what its words mean; it is no fact. What is not understood is left out, and so
    is all but known names where kg has no file for the language. With --format json each candidate has kind,
    paragraph (from 1), span (characters from 0), text, and as far as they are known low, high, low_open,
    high_open, approximate, vague, unit, per, from, to, ids.

    \b
    Example:
      kg candidates docs/example/texts/harbour-post.txt --published 2026-01-05
    """
    import json

    from kg import paths
    from kg.curate.listing import Listed, listed
    from kg.formats.text import visible
    from kg.language.guess import language_of, unread
    from kg.language.known_names import KnownNames
    from kg.language.reading import languages
    from kg.sources.originals.read import derive
    from kg.sources.seeds import load

    names = KnownNames(load(paths.seeds(seeds)).facts)
    every: list[Listed] = []
    for derived in derive(Path(file)):
        says = derived.says
        code = (
            language or (says.language.value if says.language else None) or language_of(derived.text) or "und"
        )
        day = published.date() if published else says.published.value if says.published else None
        if why := unread(code):
            reads = ", ".join(languages())
            click.echo(f"{why}: known names alone are shown; kg reads {reads} (--language)", err=True)
        elif day is None:
            click.echo("no day of publication: days that hang on it are left out (--published)", err=True)
        every += listed(derived.lines, names, code, day)
    if style == "json":
        click.echo(json.dumps([one.record for one in every], ensure_ascii=False, indent=1))
        return
    for one in every:
        click.echo(visible(str(one)))
