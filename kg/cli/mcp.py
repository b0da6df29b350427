"""`kg mcp`: the graph for assistants."""

from __future__ import annotations

import click

from kg.cli._common import narrowing_options, seeds_option, store_option
from kg.errors import CallError, ExportError, Problem
from kg.model.sharing import Only
from kg.system.termination import as_interrupt, ending_within

SECONDS_TO_END = 2.0
"""How long the SDK may take to end once it is told to."""


@click.command(name="mcp", short_help="Serve the graph to assistants (Model Context Protocol).")
@click.option(
    "--sources",
    metavar="DIR",
    help="Folder of the texts, to quote and prove citations.  [default: KG_SOURCES, else as kg.toml says]",
)
@click.option(
    "--tools", "listed", is_flag=True, help="Print the tools and what they take, as JSON, and serve nothing."
)
@click.option(
    "--drafts", is_flag=True, help="Let assistants read documents and propose claims, for a person to decide."
)
@narrowing_options
@seeds_option
@store_option
def command(
    sources: str | None,
    listed: bool,
    drafts: bool,
    only: Only,
    seeds: str | None,
    store: str | None,
) -> None:
    """Serve presets, names, chains and reading Cypher to assistants on standard input and output.

    It speaks the Model Context Protocol with the official SDK (extra: pip install 'kg-arms[mcp]'). Every
    answer carries the citations of the claims it rests on. Nothing can be written, except drafts with
    --drafts, which 'kg draft' shows. An assistant starts it: see docs/mcp.md.

    \b
    Example:
      kg mcp --tools
    """
    from kg.cli._common import ready_store
    from kg.sources import texts

    if drafts and only.holds_back:
        what = "--drafts shows whole documents, and --mark and --reviewed hold facts back"
        raise CallError(Problem(what, todo="serve one without the other"))

    try:
        from kg.mcp.server import server
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in ("mcp", "mcp_types"):
            raise
        raise ExportError(
            Problem(
                "the SDK of the Model Context Protocol is not installed", todo="pip install 'kg-arms[mcp]'"
            )
        ) from None
    from kg.mcp.tools import Tools
    from kg.store import statements

    made = server(Tools(store, seeds, texts.folder(sources), only), drafts=drafts)
    if listed:
        import asyncio
        import json

        tools = asyncio.run(made.list_tools())
        click.echo(
            json.dumps(
                [tool.model_dump(mode="json", by_alias=True, exclude_none=True) for tool in tools],
                ensure_ascii=False,
                indent=1,
            )
        )
        return
    with ready_store(store, seeds, only=only) as opened:
        opened.query(statements.ANY, {})  # a fault is reported here, before an assistant asks
    # the SDK would wait for the next line first, and may still do so once it is told to end
    with as_interrupt("SIGINT"), ending_within(SECONDS_TO_END):
        made.run()
