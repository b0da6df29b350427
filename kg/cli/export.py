"""`kg export`: the whole graph in formats that others read."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli._common import ready_store, seeds_option, store_option, write_whole


@click.group(name="export", short_help="Write the whole graph for other programs.")
def command() -> None:
    """Write the whole graph for other programs.

    \b
    Example:
      kg export jsonl --output corpus.jsonl
    """


@command.command(name="jsonl", short_help="One JSON object per fact; 'kg load' reads it back.")
@click.option(
    "--output", metavar="FILE", help="Write to this file, whole or not at all.  [default: standard output]"
)
@seeds_option
@store_option
def jsonl(output: str | None, seeds: str | None, store: str | None) -> None:
    """Write every fact as one line of JSON with its `type`; `kg load FILE` gives the same graph again.

    \b
    Example:
      kg export jsonl --output corpus.jsonl
      kg export jsonl | jq 'select(.type == "claim") | .id'
    """
    from kg.model.rows import facts_of
    from kg.sources.json_lines import lines

    opened = ready_store(store, seeds)
    try:
        graph = opened.read()
    finally:
        opened.close()
    text = "".join(line + "\n" for line in lines(facts_of(graph)))
    if output and output != "-":
        write_whole(Path(output), text)
        click.echo(f"wrote {output}: {text.count(chr(10)):,} facts", err=True)
    else:
        click.echo(text, nl=False)


@command.command(name="neo4j-admin", short_help="Files and command for neo4j-admin's bulk import.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--database", default="neo4j", show_default=True, help="Name of the database to import into.")
@seeds_option
@store_option
def neo4j_admin(folder: Path, database: str, seeds: str | None, store: str | None) -> None:
    """Write header and data files and the exact `neo4j-admin database import full` command.

    The import goes into a stopped server and replaces what the database held; constraints.cypher comes after
    it.

    \b
    Example:
      kg export neo4j-admin build/import
      sh build/import/import.sh
    """
    from kg.formats.neo4j_admin import files

    opened = ready_store(store, seeds)
    try:
        found = files(opened.read(), opened.fingerprint() or "", database)
    finally:
        opened.close()
    for name, text in found.items():
        write_whole(folder / name, text)
    click.echo(f"wrote {len(found)} files to {folder}; next: sh {folder / 'import.sh'}", err=True)


@command.command(name="schemas", short_help="JSON Schema of every kind of fact, and the constraints.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def schemas(folder: Path) -> None:
    """Write the JSON Schemas that editors complete seed files with, and constraints.cypher, to a folder.

    \b
    Example:
      kg export schemas schemas/
    """
    from kg.formats.schemas import schema_files

    for name, text in schema_files().items():
        write_whole(folder / name, text)
    click.echo(f"wrote {len(schema_files())} files to {folder}", err=True)
