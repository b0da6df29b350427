"""`kg neo4j`: a real Neo4j server and its Browser in one command."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli._common import open_in_browser, seeds_option, with_progress
from kg.errors import number_of

if TYPE_CHECKING:
    from kg.server import Server


def _options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the two options that say which server is meant."""
    version = click.option(
        "--version",
        "release",
        type=click.Choice(["5.26", "2026"]),
        default="5.26",
        show_default=True,
        help="Neo4j release: 5.26 (long-term support, Java 17 or 21) or 2026 (Java 21 or 25).",
    )
    home = click.option(
        "--home",
        type=click.Path(file_okay=False, path_type=Path),
        default=None,
        help="Directory of the server: data, logs, password.  [default: your user data directory]",
    )
    return version(home(function))


def _server(release: str, home: Path | None, **memory: str) -> Server:
    from kg.server import find

    return find(release, home, **memory)


def _tell(text: str) -> None:
    click.echo(text, err=True)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    name="neo4j",
    short_help="Run a Neo4j server with its Browser on this machine.",
)
def command() -> None:
    """Run a Neo4j server with its Browser on this machine, with Docker or with Java.

    Docker is used where it runs. Otherwise the server is fetched once with Maven and started with a
    Java found here. It listens on 127.0.0.1 only and has a random password.

    \b
    Example:
        kg neo4j start
        kg neo4j url --browser
        kg neo4j password
        kg neo4j stop
    """


@command.command()
@_options
@click.option("--fresh", is_flag=True, help="First remove this server's data and password for good.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=1),
    default=180,
    show_default=True,
    help="Seconds the server may take to answer.",
)
@click.option(
    "--heap",
    default="512m",
    show_default=True,
    metavar="SIZE",
    help="Memory for the server's objects, such as 2g.",
)
@click.option(
    "--pagecache",
    default="256m",
    show_default=True,
    metavar="SIZE",
    help="Memory for the graph's pages, such as 4g.",
)
@click.option("--load", "loads", is_flag=True, help="Then load the facts into it.")
@seeds_option
@click.option("--open", "opens", is_flag=True, help="Then open Neo4j Browser.")
def start(
    release: str,
    home: Path | None,
    fresh: bool,
    timeout: float,
    heap: str,
    pagecache: str,
    loads: bool,
    seeds: str | None,
    opens: bool,
) -> None:
    """Start the server, wait until it answers, print its addresses.

    A server that runs already is left as it is, with the memory it has. The data are kept from start to
    start. Progress goes to standard error. docs/scaling.md says how much memory a graph wants.

    \b
    Example:
        kg neo4j start --load --open
        kg neo4j start --version 2026 --fresh
    """
    server = _server(release, home, heap=heap, pagecache=pagecache)
    started = server.start(fresh=fresh, timeout=timeout, progress=_tell)
    click.echo(f"Neo4j {server.version} {'answers' if started else 'ran already'}: {server.uri}")
    click.echo(f"Browser: {server.browser}")
    click.echo(f"User: {server.user}, password: kg neo4j password{_again(release, home)}")
    if loads:
        _load(server, seeds)
    if opens:
        open_in_browser(server.browser)


def _load(server: Server, seeds: str | None) -> None:
    """Load the facts, with the server's own password."""
    from kg import paths
    from kg.load.seeds import plan_seeds
    from kg.store.neo4j.store import Neo4jStore

    store = Neo4jStore.open(server.uri, server.user, server.password, None)
    with closing(store):
        plan = plan_seeds(paths.seeds(seeds), store)
        with_progress(plan, "loading")
    rows = number_of(len(plan.changes), "row")
    click.echo(f"Loaded: {rows} written" if plan.changes else "Loaded already: nothing changed")


@command.command()
@_options
@click.option(
    "--timeout",
    type=click.FloatRange(min=0),
    default=30,
    show_default=True,
    help="Seconds the server may take to end by itself before it is killed.",
)
def stop(release: str, home: Path | None, timeout: float) -> None:
    """Stop the server and keep its data.

    \b
    Example:
        kg neo4j stop
        kg neo4j stop --version 2026
    """
    stopped = _server(release, home).stop(timeout)
    click.echo(f"Neo4j {release} {'is stopped' if stopped else 'did not run'}.")


@command.command()
@_options
def status(release: str, home: Path | None) -> None:
    """Say whether the server runs and answers; exit code 1 when it does not run.

    A table on a terminal, JSON when piped.

    \b
    Example:
        kg neo4j status
        kg neo4j status --version 2026 | jq .ready
    """
    state = _server(release, home).status()
    if sys.stdout.isatty():
        for name, value in dataclasses.asdict(state).items():
            shown = {True: "yes", False: "no", None: "-"}.get(value, value)
            click.echo(f"{name:9}{shown}")
    else:
        click.echo(json.dumps(dataclasses.asdict(state)))
    if not state.running:
        raise SystemExit(1)


@command.command()
@_options
@click.option(
    "-n",
    "--lines",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    help="How many of the last lines.",
)
def logs(release: str, home: Path | None, lines: int) -> None:
    """Print the last lines of the server's log.

    \b
    Example:
        kg neo4j logs -n 20
    """
    for line in _server(release, home).logs(lines):
        click.echo(line)


@command.command()
@_options
@click.option("--browser", is_flag=True, help="The address of Neo4j Browser instead of the bolt address.")
def url(release: str, home: Path | None, browser: bool) -> None:
    """Print the server's bolt address and nothing else, for scripts.

    \b
    Example:
        export NEO4J_URI="$(kg neo4j url)"
        xdg-open "$(kg neo4j url --browser)"
    """
    server = _server(release, home)
    click.echo(server.browser if browser else server.uri)


@command.command()
@_options
def password(release: str, home: Path | None) -> None:
    """Print the password of the user neo4j and nothing else, for scripts.

    \b
    Example:
        export NEO4J_PASSWORD="$(kg neo4j password)"
    """
    click.echo(_server(release, home).password)


def _again(release: str, home: Path | None) -> str:
    """Return the options that name the same server again, for a hint that can be copied."""
    import shlex

    wanted = [] if release == "5.26" else ["--version", release]
    if home is not None:
        wanted += ["--home", str(home)]
    return f" {shlex.join(wanted)}" if wanted else ""
