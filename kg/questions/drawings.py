"""The names of the drawings: a question names its own in its header, and `kg.picture.kinds` makes each."""

from __future__ import annotations

from typing import Literal, get_args

Kind = Literal["chain", "flow", "figures", "map", "matrix", "answers", "timeline", "network"]
"""A drawing by name."""

KINDS: tuple[Kind, ...] = get_args(Kind)
"""All drawings."""
