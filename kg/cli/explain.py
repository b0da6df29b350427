"""`kg explain`: what a claim rests on."""

from __future__ import annotations

import json
import shutil

import click

from kg.cli._common import format_option, ready_store, seeds_option, store_option, style_of, text


@click.command(name="explain", short_help="Walk from a claim to its roots.")
@click.argument("claim", type=text)
@click.option(
    "--sources",
    metavar="DIR",
    help="Folder of the texts, to show and prove the quoted spans.  [default: KG_SOURCES]",
)
@format_option("table", "json")
@seeds_option
@store_option
def command(claim: str, sources: str | None, style: str | None, seeds: str | None, store: str | None) -> None:
    """Walk every path from a claim to its roots, hop by hop, with document and paragraph.

    A hop whose speaker no text names is printed as a gap. Without the texts a citation is "unverifiable".

    \b
    Example:
      kg explain isw-troops-arrived-2024-10-12
      kg explain isw-troops-arrived-2024-10-12 --sources texts/
    """
    from kg.analysis.chains import Printed, hops, paths
    from kg.cli._lookup import unknown_id
    from kg.formats import chain
    from kg.sources import texts
    from kg.store import statements

    source = texts.folder(sources)
    opened = ready_store(store, seeds)
    try:
        found, relays = hops(list(opened.elements(statements.CHAIN, {"id": claim})))
        if claim not in found:
            raise unknown_id(opened, claim, "Claim")
    finally:
        opened.close()
    ways = paths(claim, relays)

    def quoter(place: Printed) -> texts.Quote:
        return texts.quote(source, place.file, place.paragraph, place.start, place.end, place.sha256)

    if style_of(style) == "json":
        click.echo(json.dumps(chain.records(ways, found, quoter), ensure_ascii=False, indent=1))
    else:
        columns = max(40, shutil.get_terminal_size((80, 24)).columns)
        click.echo(chain.text(claim, ways, found, quoter, columns), nl=False)
