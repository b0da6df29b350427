"""`kg cite`: a phrase of a text as a citation."""

from __future__ import annotations

import click

from kg.cli._common import seeds_option


@click.command(name="cite", short_help="Turn a phrase into a citation to paste.")
@click.argument("document")
@click.argument("phrase")
@click.option("--to", metavar="PHRASE", help="Words further on in the paragraph where the span shall end.")
@click.option("--sentence", is_flag=True, help="Widen the span to whole sentences.")
@click.option(
    "--sources", metavar="DIR", help="Folder of the texts.  [default: KG_SOURCES, else as kg.toml says]"
)
@seeds_option
def command(
    document: str, phrase: str, to: str | None, sentence: bool, sources: str | None, seeds: str | None
) -> None:
    """Find PHRASE in the text of DOCUMENT and print its citation as one line of YAML.

    Quotation marks, dashes, blanks and line wraps may differ from the text. A phrase under 12 characters, or
    one that stands twice, is refused. What was found is shown on standard error.

    \b
    Example:
      kg cite swiss-2024-10-13 'nordkoreanische Soldaten in Russland eingetroffen'
      kg cite swiss-2024-10-13 'Die für gewöhnlich' --to 'Washington Post' --sentence
    """
    from kg import paths
    from kg.curate.cite import cite
    from kg.curate.corpus import document as find
    from kg.curate.held import held_text
    from kg.formats.text import visible
    from kg.sources import texts
    from kg.sources.seeds import load

    fact = find(load(paths.seeds(seeds)), document).fact
    citation = cite(fact, held_text(fact, texts.folder(sources)), phrase, to, sentence)
    click.echo(f"{citation.place}: {visible(citation.quote)}", err=True)
    click.echo(citation.yaml())
