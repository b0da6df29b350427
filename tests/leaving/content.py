"""What a format wrote, with the pieces of each file put together."""

from __future__ import annotations

from collections.abc import Mapping

from kg.formats.leaving import Exported, pieces


def text(exported: Exported) -> str:
    """Return the text of the one file of a format."""
    assert not isinstance(exported.content, Mapping)
    return "".join(str(piece) for piece in pieces(exported.content))


def files(exported: Exported) -> dict[str, str]:
    """Return the text of each file by its name; a single file has none, and bytes are shown."""
    content = exported.content if isinstance(exported.content, Mapping) else {"": exported.content}
    return {name: "".join(str(piece) for piece in pieces(one)) for name, one in content.items()}
