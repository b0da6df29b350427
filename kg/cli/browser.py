"""`kg browser`: the presets, their colours and a guide for Neo4j Browser."""

from __future__ import annotations

from pathlib import Path

import click

from kg.errors import number_of

BROWSER = "http://localhost:7474/browser/"


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    name="browser",
    short_help="Presets and colours for Neo4j Browser.",
)
def command() -> None:
    """Bring the questions and the colours into Neo4j Browser.

    \b
    Example:
      kg browser export build/browser
    """


@command.command(name="style", short_help="Print the stylesheet of the Browser.")
def style() -> None:
    """Print the stylesheet for Neo4j Browser, made from the colours of the network view.

    \b
    Example:
      kg browser style > style.grass
    """
    from kg.formats.neo4j_browser import sheet

    click.echo(sheet(), nl=False)


@command.command(
    name="export", short_help="Saved scripts, stylesheet and guide, as the Browser imports them."
)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--browser",
    default=BROWSER,
    show_default=True,
    metavar="URL",
    help="Address of the Browser, for the links of the guide.",
)
def export(folder: Path, browser: str) -> None:
    """Write the presets as saved scripts, the stylesheet and a guide page to DIR.

    The guide says how to import them and how to keep the Browser from drawing what was not asked.

    \b
    Example:
      kg browser export build/browser
    """
    from kg.errors import CallError, Problem
    from kg.formats.neo4j_browser import bundle, scripts_of, write
    from kg.questions import library

    if not browser.startswith(("http://", "https://")):
        raise CallError(
            Problem(
                f"'{browser[:80]}' is no address",
                expected="http:// or https:// and a host",
                todo="kg neo4j url --browser prints it",
            )
        )
    presets = library.presets()
    write(folder, bundle(presets, browser.split("?")[0]))
    count = sum(len(scripts_of(preset)) for preset in presets)
    click.echo(
        f"wrote {folder}: {number_of(count, 'script')} for {number_of(len(presets), 'question')},"
        " style.grass, guide.html",
        err=True,
    )
    click.echo(f"next: open {folder / 'guide.html'}", err=True)
