"""`kg export`: the whole graph in formats that others read, a command for each format."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli._common import (
    as_of_option,
    narrowing_options,
    open_in_browser,
    open_option,
    ready_store,
    refuse_unwritten,
    say_marked,
    seeds_option,
    store_option,
    text,
)
from kg.cli._given_file import reading, refuse_missing
from kg.cli._group import Suggesting
from kg.cli._output import print_pieces
from kg.errors import CallError, Problem, number_of
from kg.formats import Format, formats
from kg.formats.leaving import Content, chosen, pieces, statement
from kg.formats.stored import Stored
from kg.load.keeping import parts
from kg.model.sharing import Only
from kg.system.atomic_files import write_atomically, write_pieces

if TYPE_CHECKING:
    from kg.model.kinds import Fact
    from kg.model.rows import Graph


class Formats(Suggesting):
    """A group whose commands are the formats of the whole graph; only the one asked for is imported."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the formats."""
        return list(_formats())

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Make the command of one format."""
        wanted = _formats().get(name)
        return wanted and _command(wanted)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the formats with what each writes; none is imported."""
        with formatter.section("Commands"):
            formatter.write_dl([(each.name, each.about) for each in _formats().values()])


@click.command(cls=Formats, name="export", short_help="Write the whole graph for other programs.")
def command() -> None:
    """Write the whole graph for other programs.

    \b
    Example:
      kg export jsonl --output corpus.jsonl
    """


def _formats() -> dict[str, Format]:
    return formats("graph", "facts", "tables")


def _command(wanted: Format) -> click.Command:
    """Return the command of a format: it writes a file, or a folder when the format is one of many files."""

    def carry_out(seeds: str | None, store: str | None, opens: bool, only: Only, **given: Any) -> None:
        if opens and wanted.endings:
            refuse_unwritten(given["output"])
        options = {name: given[name] for name in wanted.options}
        stored = Stored(lambda: _read(store, seeds, only))
        if wanted.of == "tables":
            _tables(wanted, given, only, store, seeds)
        elif wanted.of == "facts":
            _hand_over(wanted, stored, given, options)
        elif wanted.endings:
            content = wanted.render(stored, **options)
            _write_file(content, given["output"], len(stored.graph.nodes))
        else:
            _write_folder(wanted.render(stored, **options), given["folder"], wanted.next)
        if opens:
            open_in_browser(Path(given["output"] if wanted.endings else given["folder"]))

    made = click.Command(
        wanted.name,
        callback=carry_out,
        help=inspect.cleandoc(wanted.render.__doc__ or ""),
        short_help=wanted.about,
    )
    for add in (
        store_option,
        seeds_option,
        narrowing_options,
        open_option,
        *((as_of_option, _topic) if wanted.of in ("facts", "tables") else ()),
        *((_from,) if wanted.of == "tables" else ()),
        *(
            click.option(f"--{name.replace('_', '-')}", default=default, show_default=True, help=words)
            for name, (default, words) in wanted.options.items()
        ),
        _output if wanted.endings else _folder,
    ):
        made = add(made)
    made.params.reverse()
    return made


def _read(store: str | None, seeds: str | None, only: Only) -> tuple[Graph, str]:
    opened = ready_store(store, seeds, only=only)
    try:
        say_marked(opened, only)
        return opened.read(), opened.fingerprint() or ""
    finally:
        opened.close()


def _tables(wanted: Format, given: dict[str, Any], only: Only, store: str | None, seeds: str | None) -> None:
    """Write a folder of tables, and that nothing is lost in it."""
    from kg.formats.leaving import Exported, Loss

    folder, cut = given["folder"], {name: given[name] for name in ("as_of", "topic")}
    if file := given["file"]:
        whence = {"store": store, "seeds": seeds, **only._asdict(), **cut}
        facts, held = _from_file(wanted, file, folder, whence), None
    else:
        with ready_store(store, seeds, only=only) as opened:
            say_marked(opened, only)
            held = opened.held_back
            facts = wanted.render(_chosen(opened.read(), **cut) if any(cut.values()) else opened, folder)
    exported = Exported({}, Loss())
    write_atomically(folder / "loss.json", statement(exported, wanted.name, facts, held))
    click.echo(f"wrote {folder}; next: {wanted.next.format(folder=folder)}", err=True)
    click.echo(exported.loss.told(facts), err=True)


def _from_file(wanted: Format, file: str, folder: Path, others: dict[str, Any]) -> int:
    refuse_missing(file)
    if other := next((name for name, value in others.items() if value), ""):
        what = f"--from takes a whole file, and --{other.replace('_', '-')} a part of something else"
        raise CallError(Problem(what, todo=f"leave one out, or 'kg load {file} --store FILE' first"))
    with reading(file) as told:
        facts: int = wanted.render(file, folder, told)
    return facts


def _chosen(graph: Graph, as_of: Any, topic: str | None) -> list[Fact]:
    from kg.model.convert import facts_of

    return chosen(facts_of(graph), as_of=as_of, topic=topic)


def _hand_over(wanted: Format, stored: Stored, given: dict[str, Any], options: dict[str, Any]) -> None:
    """Write facts for a program of others, and what is lost beside them and on standard error."""
    from kg.model.review import live

    facts = _chosen(stored.graph, given["as_of"], given["topic"])
    standing = facts if wanted.withdrawn else [*live(facts)]
    exported = wanted.render(standing, **options)
    exported.loss.leave_out(
        "withdrawn by the curators", *sorted({f.id for f in facts} - {f.id for f in standing})
    )
    said = statement(exported, wanted.name, len(facts), parts(stored.fingerprint).held_back)
    content, output = exported.content, given.get("output")
    if isinstance(content, Mapping):
        _write_folder({**content, "loss.json": said}, given["folder"], wanted.next)
    elif output and output != "-":
        write_atomically(Path(f"{output}.loss.json"), said)
        write_pieces(Path(output), pieces(content))
        click.echo(f"wrote {output} and {output}.loss.json", err=True)
    elif isinstance(content, (str, bytes)):
        click.echo(content, nl=False)
    else:
        print_pieces(content)
    click.echo(exported.loss.told(len(facts)), err=True)


_topic = click.option(
    "--topic",
    type=text,
    metavar="TOPIC",
    help="Only the claims of this topic, and what they rest on; its id.  [default: all topics]",
)
_from = click.option(
    "--from",
    "file",
    metavar="FILE",
    help="A file of 'kg export jsonl' to write instead of a store, packed or not; - is standard input.",
)
_folder = click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
_output = click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Write to this file, whole or not at all.  [default: standard output]",
)


def _write_file(content: str, output: str | None, facts: int) -> None:
    if output and output != "-":
        write_atomically(Path(output), content)
        click.echo(f"wrote {output}: {number_of(facts, 'fact')}", err=True)
    else:
        click.echo(content, nl=False)


def _write_folder(files: Mapping[str, Content], folder: Path, then: str) -> None:
    for name, content in files.items():
        write_pieces(folder / name, pieces(content))
    todo = f"; next: {then.format(folder=folder)}" if then else ""
    count = number_of(len(files), "file")
    click.echo(f"wrote {count} to {folder}{todo}", err=True)
