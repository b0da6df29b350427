"""The real `kg mcp` process, spoken to by the SDK's own client."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

import pytest
from anyio.from_thread import start_blocking_portal
from mcp import Client, StdioServerParameters
from mcp_types import CallToolResult, Implementation, TextContent

from kg import paths
from tests.cli.tools import KG, clean, spawn


class Desk:
    """Talks to one server process for as long as the block lasts."""

    def __init__(self, *more: str, env: dict[str, str], client_info: Implementation | None = None) -> None:
        self.parameters = StdioServerParameters(command=str(KG), args=["mcp", *more], env=clean(env))
        self.client_info = client_info
        self.stack = ExitStack()

    def __enter__(self) -> Self:
        self.portal = self.stack.enter_context(start_blocking_portal())
        self.client = self.stack.enter_context(
            self.portal.wrap_async_context_manager(Client(self.parameters, client_info=self.client_info))
        )
        return self

    def __exit__(self, *error: object) -> None:
        self.stack.close()

    def run[T](self, talk: Callable[[Client], Awaitable[T]]) -> T:
        """Return what a conversation gives."""
        return self.portal.call(talk, self.client)

    def call(self, *calls: tuple[str, dict[str, Any]]) -> list[CallToolResult]:
        """Return what each call gave, all in one session."""

        async def talk(client: Client) -> list[CallToolResult]:
            return [await client.call_tool(name, arguments) for name, arguments in calls]

        return self.run(talk)

    def answer(self, name: str, **arguments: Any) -> dict[str, Any]:
        """Return the structured answer of one call that must succeed."""
        (result,) = self.call((name, arguments))
        assert not result.is_error, text_of(result)
        assert result.structured_content == json.loads(text_of(result))
        return dict(result.structured_content or {})


def text_of(result: CallToolResult) -> str:
    """Return the one text of a result."""
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the facts with its store."""
    import shutil

    folder = tmp_path_factory.mktemp("mcp")
    shutil.copytree(paths.seeds(), folder / "seeds")
    assert spawn("load", "--seeds", folder / "seeds").code == 0
    return folder / "seeds"


@pytest.fixture(scope="session")
def desk(seeds: Path) -> Iterator[Desk]:
    """The server on the whole corpus, one for all tests."""
    with Desk(env={"KG_SEEDS": str(seeds)}) as opened:
        yield opened
