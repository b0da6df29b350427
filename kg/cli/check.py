"""`kg check`: are the seeds right?"""

from __future__ import annotations

import click

from kg.cli._common import seeds_option


@click.command(name="check", short_help="Check the seed files.")
@seeds_option
def command(seeds: str | None) -> None:
    """Check the seed files: fields, words, references, days, and every query under cypher/checks.

    All problems are reported at once, each with file, line and column. Exit code 1 when there is any.

    \b
    Example:
      kg check
      kg check --seeds my-corpus/
    """
    from kg import paths
    from kg.checks import check_seeds

    counted = check_seeds(paths.seeds(seeds))
    click.echo(f"{counted.facts:,} facts in {counted.files:,} files are right ({counted.checks} checks on the graph, no finding).")
