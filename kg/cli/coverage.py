"""`kg coverage`: which sentences carry claims?"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import click

from kg.cli._common import note, seeds_option, style_of
from kg.system.atomic_files import write_atomically


@click.command(name="coverage", short_help="Show which sentences carry claims and which carry none.")
@click.argument("document", required=False)
@click.option(
    "--sources",
    metavar="DIR",
    help="Folder of the texts; without it only places show.  [default: KG_SOURCES, else as kg.toml says]",
)
@click.option(
    "--html", metavar="FILE", help="Also write a page to this file; it holds the texts if they are at hand."
)
@click.option(
    "--format",
    "style",
    type=click.Choice(["table", "json"]),
    help="How to print.  [default: table on a terminal, json in a pipe]",
)
@seeds_option
def command(
    document: str | None, sources: str | None, html: str | None, style: str | None, seeds: str | None
) -> None:
    """Show, per document and paragraph, which spans carry claims and which sentences carry none.

    With DOCUMENT every paragraph is listed with its spans and the claims on each. A place such as 4:147-234
    is paragraph 4, characters 147 to 234. The texts are shown only where they are at hand and unchanged.

    \b
    Example:
      kg coverage
      kg coverage swiss-2024-10-13 --html build/coverage.html
    """
    from kg import paths
    from kg.curate import coverage_text
    from kg.curate.corpus import document as find
    from kg.curate.corpus import documents
    from kg.curate.coverage import coverage, record
    from kg.questions.emptiness import NONE
    from kg.sources import texts
    from kg.sources.seeds import load

    corpus = load(paths.seeds(seeds))
    known = documents(corpus)
    if not known:
        note(NONE)
    wanted = [find(corpus, document).fact.id] if document else list(known)
    source = texts.folder(sources)
    facts = {name: known[name].fact.model_dump() for name in wanted}
    held = {name: texts.read(source, fact["file"]) for name, fact in facts.items()}
    covered = list(coverage(corpus, held))
    for c in covered:
        if held[c.document] is not None and not c.at_hand:
            note(f"the text of {c.document} is not the one recorded and is not shown; see 'kg verify'")
    if html:
        from kg.curate.coverage_page import render

        says = {fact.id: fact.caption for fact in corpus.facts}
        write_atomically(
            Path(html), render(covered, says, {name: fact["language"] for name, fact in facts.items()})
        )
        click.echo(f"wrote {html}", err=True)
    if style_of(style) == "json":
        click.echo(json.dumps([record(c) for c in covered], ensure_ascii=False, indent=1))
        return
    columns = max(40, shutil.get_terminal_size((80, 24)).columns)
    click.echo(
        coverage_text.detail(covered[0], columns) if document else coverage_text.summary(covered, columns),
        nl=False,
    )
