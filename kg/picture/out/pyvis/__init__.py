"""A drawing as a `pyvis.network.Network` with fixed positions, and as its page, which asks nothing of the network.

Example:
    >>> from kg.picture.drawing import Drawing, Node
    >>> one = Node("kp", "kp", "State", "hexagon", 0, 0, 32, 32, ("<b>Korea",), (0, 28, "middle"))
    >>> network = to_pyvis(Drawing("network", "Who?", "", (one,), (), box=(-50, -30, 50, 50)))
    >>> network.num_nodes(), "<b>Korea" in network.generate_html()
    (1, False)
"""

from __future__ import annotations

from kg.picture.out.pyvis.network import Still, to_pyvis
from kg.picture.out.pyvis.page import render

__all__ = ["Still", "render", "to_pyvis"]
