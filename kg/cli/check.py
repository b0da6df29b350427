"""`kg check`: are the seeds right?"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli._common import seeds_option
from kg.errors import agreed, nearest, number_of

if TYPE_CHECKING:
    from kg.curate.check.notice import Notice
    from kg.curate.check.run import Checked

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


@click.command(name="check", short_help="Check the seed files.")
@click.option(
    "--sources",
    metavar="DIR",
    help="Folder of the texts, for checks that need them.  [default: KG_SOURCES, else as kg.toml says]",
)
@click.option("--strict", is_flag=True, help="Warnings count: exit code 1 when there is any.")
@click.option(
    "--gate",
    is_flag=True,
    help="Before anything leaves: what nobody else has reviewed as it is now is an error.",
)
@click.option("--notes", is_flag=True, help="Show notes too; json and sarif always have them.")
@click.option("--quiet-warnings", is_flag=True, help="Count warnings without showing them.")
@click.option(
    "--only",
    metavar="CHECK",
    multiple=True,
    callback=lambda _context, _parameter, given: _wanted(given),
    help="Only the findings of this check, or error, warning, note; may be repeated. Errors in reading the"
    " files are always reported.",
)
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="How to print.",
)
@click.option(
    "--list", "listed", is_flag=True, help="Print what is checked, as docs/checks.md has it, and stop."
)
@seeds_option
def command(
    sources: str | None,
    strict: bool,
    gate: bool,
    notes: bool,
    quiet_warnings: bool,
    only: tuple[str, ...],
    style: str,
    listed: bool,
    seeds: str | None,
) -> None:
    """Check the seed files: structure, references, duplicates, days, bounds, chains, words, speakers.

    All findings are reported at once, errors first, each with file, line, column and the id of the check.
    Exit code 1 when there is an error, or with --strict a warning. A terminal shows the line with a mark
    under the place. No store is touched. Whether cited words name who speaks is only looked at where the
    texts are at hand.

    \b
    Example:
      kg check
      kg check --only never-used --only wording-bounds
      kg check --format sarif > check.sarif
    """
    from kg import paths
    from kg.curate.check.run import check
    from kg.sources import texts

    if listed:
        from kg.curate.check.catalogue import markdown

        click.echo(markdown(), nl=False)
        return
    checked = check(paths.seeds(seeds), texts.folder(sources), gate=gate)
    if checked.facts:  # what cannot be read is reported whatever was asked for
        checked = checked.only(only)
    if style == "sarif":
        from kg.curate.check.sarif import render

        click.echo(render(checked.findings), nl=False)
    elif style == "json":
        counts = {level: checked.counts[level] for level in _COLOURS}
        out = {"facts": checked.facts, "files": checked.files, "checks": checked.checks, **counts}
        out["without_text"] = checked.without_text
        click.echo(
            json.dumps(
                {**out, "findings": [f.record() for f in checked.findings]}, ensure_ascii=False, indent=1
            )
        )
    else:
        hidden = {"note": not (notes or "note" in only), "warning": quiet_warnings}
        _text(checked, {level for level, hide in hidden.items() if hide}, Path(paths.seeds(seeds)))
    if checked.counts["error"] or (strict and checked.counts["warning"]):
        click.get_current_context().exit(1)


def _wanted(given: tuple[str, ...]) -> tuple[str, ...]:
    """Return names of checks and levels as they were given.

    Raises:
        click.BadParameter: one is neither.
    """
    from kg.curate.check.catalogue import every

    known = (*_COLOURS, *every()) if given else ()
    for name in given:
        if name not in known:
            close = nearest(name, known)
            hint = f"; did you mean '{close}'?" if close else "; 'kg check --list' has them all"
            raise click.BadParameter(f"there is no check '{name[:80]}'{hint}")
    return given


def _text(checked: Checked, hidden: set[str], folder: Path) -> None:
    """Print the findings, on a terminal with their lines, and what was looked at."""
    pointed = None
    if sys.stderr.isatty():
        from kg.cli._caret import pointer

        pointed = pointer(folder, shutil.get_terminal_size((80, 24)).columns)
    for finding in checked.findings:
        if finding.level not in hidden:
            click.echo(
                f"{click.style(finding.level + ':', fg=_COLOURS[finding.level])}"
                f" {finding.problem}{_id(finding)}{pointed(finding.problem.where) if pointed else ''}",
                err=True,
            )
    counts = checked.counts
    files = number_of(checked.files, "file")
    said = [
        number_of(counts[level], level) + (_elsewhere(level, counts[level]) if level in hidden else "")
        for level in _COLOURS
        if counts[level]
    ]
    if counts["error"]:
        click.echo(f"{', '.join(said)} in {files}; nothing was changed.", err=True)
    else:
        summary = ", ".join(said) or "no finding"
        absent = checked.without_text
        looked = number_of(checked.checks, "check") + (
            f", {number_of(absent, 'text')} absent: see --sources" if absent else ""
        )
        facts = f"{number_of(checked.facts, 'fact')} in {files} {agreed(checked.facts, 'is', 'are')} right"
        click.echo(f"{facts} ({looked}): {summary}")


def _elsewhere(level: str, count: int) -> str:
    """Return why findings are only counted."""
    return f" (--notes shows {agreed(count, 'it', 'them')})" if level == "note" else " (not shown)"


def _id(finding: Notice) -> str:
    return f" [{finding.rule}]"
