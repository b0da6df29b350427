"""A tool of the server: it drops nothing that was sent, and says in our words what is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from inspect import cleandoc
from typing import Any

from mcp.server.mcpserver import Context
from mcp.server.mcpserver.tools import Tool
from mcp_types import CallToolResult, TextContent, ToolAnnotations
from pydantic import BaseModel

from kg.errors import KgError
from kg.mcp.arguments import taken
from kg.mcp.words import for_assistants

READS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


class Reading(Tool):
    """A tool that says in our words what is wrong with its arguments."""

    @classmethod
    def of(cls, function: Callable[..., Any], annotations: ToolAnnotations = READS) -> Tool:
        """Return the tool that a function is; a client sees that it takes nothing else."""
        words = cleandoc(function.__doc__ or "")
        tool = cls.from_function(function, description=words, annotations=annotations)
        tool.parameters["additionalProperties"] = False
        return tool

    async def run(
        self, arguments: dict[str, Any], context: Context[Any, Any], convert_result: bool = False
    ) -> Any:
        """Run the tool with what was sent."""
        try:
            given = taken(self.name, self.parameters, arguments)
        except KgError as error:
            return _refused(error, self.parameters["properties"])
        return await super().run(given, context, convert_result)


def told(answer: Callable[[], BaseModel]) -> CallToolResult:
    """Return an answer, or what is wrong as a tool error."""
    try:
        structured = answer().model_dump(mode="json")
    except KgError as error:
        return _refused(error)
    return CallToolResult(
        content=[TextContent(type="text", text=json.dumps(structured, ensure_ascii=False))],
        structured_content=structured,
    )


def _refused(error: KgError, arguments: Collection[str] = ()) -> CallToolResult:
    """Return an error in the words of the arguments."""
    text = for_assistants(str(error), arguments)[:4_000]
    return CallToolResult(content=[TextContent(type="text", text=text)], is_error=True)
