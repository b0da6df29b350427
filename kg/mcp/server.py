"""The server: tools and resources of the Model Context Protocol, with the official SDK."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

from mcp.server import MCPServer
from mcp.server.mcpserver.tools import Tool
from mcp_types import CallToolResult
from pydantic import Field

from kg import paths
from kg.mcp import limits
from kg.mcp.answers import Answer, Presets
from kg.mcp.reading import Reading, told
from kg.mcp.tools import Tools
from kg.version import __version__

INSTRUCTIONS = """\
A knowledge graph of who says who armed whom. Nothing in it is a fact: every row is a claim by a speaker on
a day. Say who said it and cite it: each answer carries citations (document, paragraph, characters, hash).
Several reports may go back to one root: ask the preset who-sourced, or explain a claim, before you count
sources. min and max count independent speakers; what is open counts only in max: an outlet in its own voice,
who compiles what others reported, a source of no known body. Those who speak for one state count once in min.
The preset status says how events stand (expected: nobody says that it happened) and, with figures true, each
figure, which may be one man's word in a certain event; the preset why says in sentences what a verdict rests
on. A claim with a day in taken_back counts for nothing from that day on; one with a facet other than whole
speaks of that side of the event only. Unknown is null, never 0. Start with presets and find; write Cypher
only for what no preset answers. The graph may hold several collections of documents, which find lists; with
collection an answer is that of one alone.
The resource kg://glossary defines every word, label and edge."""

Rows = Annotated[int, Field(ge=1, le=limits.MOST_ROWS, description="limit: the most rows to return")]
Parameters = Annotated[
    dict[str, Any], Field(description="values by parameter name; text that looks like a statement stays text")
]

Collection = Annotated[
    str,
    Field(
        description="only what the documents of this collection say: its id or name; all when left out",
    ),
]


def server(tools: Tools, *, drafts: bool = False) -> MCPServer[Any]:
    """Return the server that offers the tools; `run()` serves it on standard input and output.

    Args:
        tools: what the tools do.
        drafts: whether claims can be proposed; else nothing can be written.
    """
    offered: list[Tool] = []

    def reading(function: Callable[..., Any]) -> None:
        offered.append(Reading.of(function))

    @reading
    def presets(
        words: Annotated[str, Field(description="only questions that hold all these words")] = "",
        topic: Annotated[
            str, Field(description="only questions of this topic, such as claims or shipments")
        ] = "",
    ) -> Annotated[CallToolResult, Presets]:
        """List the questions that the tool ask answers, with their parameters and columns."""
        return told(lambda: tools.presets(words, topic))

    @reading
    def ask(
        preset: Annotated[
            str,
            Field(
                description="name of the question, from the tool presets",
                json_schema_extra={"enum": _names()},
            ),
        ],
        parameters: Parameters = {},  # noqa: B006  never changed
        rows: Rows = limits.ROWS,
        collection: Collection = "",
    ) -> Annotated[CallToolResult, Answer]:
        """Answer a preset question: rows, and the citations of the claims they rest on."""
        return told(lambda: tools.ask(preset, parameters, rows, collection))

    @reading
    def find(
        words: Annotated[str, Field(description="a name or a part of one, in any spelling")],
        rows: Rows = 20,
        collection: Collection = "",
    ) -> Annotated[CallToolResult, Answer]:
        """Find actors, weapon types, places, events, topics and documents by name.

        Their ids are what parameters take.
        """
        return told(lambda: tools.find(words, rows, collection))

    @reading
    def explain(
        claim: Annotated[str, Field(description="id of a claim, or id or name of an event")],
        collection: Collection = "",
    ) -> Annotated[CallToolResult, Answer]:
        """Walk every path from a claim to its roots, hop by hop.

        Who said it, when, where it is printed, and how it ends. Why an event stands as it does says the
        preset why.
        """
        return told(lambda: tools.explain(claim, collection))

    @reading
    def cypher(
        statement: Annotated[
            str, Field(description="the query: one reading Cypher statement; values belong into parameters")
        ],
        parameters: Parameters = {},  # noqa: B006  never changed
        rows: Rows = limits.ROWS,
        seconds: Annotated[float, Field(gt=0, le=30, description="the longest it may run")] = 10.0,
        collection: Collection = "",
    ) -> Annotated[CallToolResult, Answer]:
        """Run one reading Cypher statement; the engine refuses to write.

        Return claim ids (c.id) to get citations.
        """
        return told(lambda: tools.cypher(statement, parameters, rows, seconds, collection))

    more = ""
    if drafts:
        from kg.mcp import drafting

        offered += drafting.drafting(tools)
        more = drafting.INSTRUCTIONS
    made: MCPServer[Any] = MCPServer(
        "kg",
        title="Who armed whom?",
        instructions=INSTRUCTIONS + more,
        version=__version__,
        log_level="CRITICAL",
        tools=offered,
    )

    @made.resource(
        "kg://documents",
        mime_type="application/json",
        title="Documents",
        description="Every document that the graph rests on.",
    )
    def documents() -> str:
        notes: list[str] = []
        with tools.open(notes) as store:
            from kg import api
            from kg.formats.text import plain

            return json.dumps(
                [plain(row) for row in api.ask("index", store=store)], ensure_ascii=False, indent=1
            )

    @made.resource(
        "kg://glossary",
        mime_type="text/markdown",
        title="Glossary",
        description="Every word, label and edge of the graph.",
    )
    def glossary() -> str:
        return Path(paths.glossary()).read_text(encoding="utf-8")

    return made


def _names() -> list[str]:
    from kg.questions import library

    return list(library.files())
