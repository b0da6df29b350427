"""The whole graph as lines of JSON, one fact a line, as docs/jsonl.md says; `kg load` reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.formats.stored import Stored

FORMAT = "jsonl"
OF = "graph"
ENDINGS = (".jsonl",)
ABOUT = "One JSON object per fact; 'kg load' reads it back."


def render(stored: Stored) -> str:
    """Write every fact as one line of JSON with its `type`; `kg load FILE` gives the same graph again.

    \b
    Example:
      kg export jsonl --output corpus.jsonl
      kg export jsonl | jq 'select(.type == "claim") | .id'
    """
    from kg.model.convert import facts_of
    from kg.sources.json_lines import lines

    return "".join(line + "\n" for line in lines(facts_of(stored.graph)))
