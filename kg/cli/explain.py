"""`kg explain`: what a claim rests on, or why an event stands as it does."""

from __future__ import annotations

import json
import shutil
from functools import cache, partial

import click

from kg.cli._common import (
    format_option,
    narrowing_options,
    note,
    ready_store,
    seeds_option,
    store_option,
    style_of,
    text,
)
from kg.model.sharing import Only


@click.command(name="explain", short_help="Walk from a claim to its roots, or account for a verdict.")
@click.argument("claim", type=text, metavar="CLAIM|EVENT")
@click.option(
    "--sources",
    metavar="DIR",
    help="Folder of the texts, to show and prove quoted spans.  [default: KG_SOURCES, else as kg.toml says]",
)
@format_option("table", "json")
@narrowing_options
@seeds_option
@store_option
def command(
    claim: str,
    sources: str | None,
    style: str | None,
    only: Only,
    seeds: str | None,
    store: str | None,
) -> None:
    """Walk every path from a claim to its roots, hop by hop, or say why an event stands as it does.

    A hop whose speaker no text names is printed as a gap. Without the texts a citation is "unverifiable".
    Of an event it says in plain sentences which roots count in the least number and why, which only in the
    greatest, and what speaks against it; 'kg ask why --event EVENT --as-of DAY' says it for a day.

    \b
    Example:
      kg explain isw-troops-arrived-2024-10-12
      kg explain isw-troops-arrived-2024-10-12 --sources texts/
      kg explain kp-troops-dispatch-2024
    """
    from kg.analysis.chains import Printed, hops, passed_on, paths
    from kg.formats import account, chain
    from kg.questions.library import question
    from kg.questions.run import run
    from kg.questions.unknown_ids import id_of, unknown_id
    from kg.sources import texts

    read = cache(partial(texts.read, texts.folder(sources)))
    opened = ready_store(store, seeds, only=only)
    try:
        hop_of, relays = hops(passed_on(claim, opened))
        if claim not in hop_of:
            if not id_of(opened, claim, "Event"):
                raise unknown_id(opened, claim, "Claim", "Event")
            rows = run(question("why"), opened, {"event": claim})
    finally:
        opened.close()
    columns = max(40, shutil.get_terminal_size((80, 24)).columns)
    if claim not in hop_of:
        if rows.note:
            note(rows.note)
        sentences = [dict(zip((c.name for c in rows.columns), row, strict=True)) for row in rows.rows]
        if style_of(style) == "json":
            click.echo(json.dumps(sentences, ensure_ascii=False, indent=1))
        else:
            click.echo(account.text(sentences, columns), nl=False)
        return
    ways = paths(claim, relays)

    def quoter(place: Printed) -> texts.Quote:
        return texts.quote_in(read(place.file), place.paragraph, place.start, place.end, place.sha256)

    if style_of(style) == "json":
        click.echo(json.dumps(chain.records(ways, hop_of, quoter), ensure_ascii=False, indent=1))
    else:
        click.echo(chain.text(claim, ways, hop_of, quoter, columns), nl=False)
    if ways.note:
        note(ways.note)
