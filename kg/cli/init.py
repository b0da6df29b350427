"""`kg init`: a corpus of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli._common import shown, text
from kg.errors import CallError, Problem, nearest, number_of


@click.command(name="init", short_help="Start a corpus of your own in a folder.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--title", type=text, metavar="TEXT", help="What it is called.  [default: the name of the folder]"
)
@click.option(
    "--languages",
    type=text,
    metavar="CODE,...",
    default="en",
    show_default=True,
    help="Of names and answers, the most important first; ISO 639.",
)
def command(folder: Path, title: str | None, languages: str) -> None:
    """Make DIR a corpus: kg.toml, facts to start with, and a README for those who add to it.

    The facts are the states with their names in many scripts, weapon types in SIPRI's categories, and topics.
    Texts are kept out of git. Every command finds the corpus from DIR and from any folder below it. Nothing
    that is there already is changed.

    \b
    Example:
      kg init arms-to-sudan --languages en,ar --title "Arms to Sudan"
    """
    from kg.curate.starter.folder import make

    codes = _codes(languages)
    name = (title or folder.resolve().name).strip()
    if not name or not name.isprintable():
        raise CallError(Problem("the title is empty or cannot be printed", expected="--title TEXT"))
    made = make(folder, name, codes)
    click.echo(f"wrote {number_of(len(made), 'file')} into {shown(folder)}: {', '.join(sorted(made))}")
    enter = "" if folder.resolve() == Path.cwd() else f"cd {shown(folder)}, then "
    click.echo(f"next: {enter}'kg add FILE' and 'kg check'; README.md says more")


def _codes(given: str) -> list[str]:
    """Return the languages of `--languages`.

    Raises:
        CallError: one is unknown, or stands twice.
    """
    from babel import localedata

    known = [code for code in localedata.locale_identifiers() if code.isalpha() and code.islower()]
    codes = [code.strip().lower() for code in given.split(",") if code.strip()]
    for code in codes:
        if code not in known:
            raise CallError(
                Problem(
                    f"--languages: there is no language '{code[:80]}'",
                    expected="codes of ISO 639, such as en,uk",
                    nearest=nearest(code, known),
                )
            )
    if not codes or len(set(codes)) < len(codes):
        raise CallError(Problem(f"--languages: '{given[:80]}' does not fit", expected="each language once"))
    return codes
