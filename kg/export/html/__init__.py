"""The network view: scenes as one HTML file that asks nothing of the network and runs nothing from the data.

Example:
    >>> from kg.facts.state import State
    >>> from kg.rows import rows_of
    >>> scene = Scene("One state", list(rows_of([State(id="kp", name="North Korea")]).nodes.values()), [])
    >>> "<b>Korea" in render([scene], title="North <b>Korea")
    False
"""

from __future__ import annotations

from kg.export.html.network import Scene, to_network
from kg.export.html.page import render, write

__all__ = ["Scene", "render", "to_network", "write"]
