"""Our page: drawings as one HTML file with its own small viewer, that asks nothing of the network.

Example:
    >>> from kg.picture.drawing import Drawing, Node
    >>> kp = Node("kp", "kp", "State", "hexagon", 0, 0, 40, 40, ("North <b>Korea",))
    >>> page = render([Drawing("network", "One state", "", (kp,), ())], title="North <b>Korea")
    >>> "<b>Korea" in page, "default-src" in page
    (False, True)
"""

from __future__ import annotations

from kg.picture.out.page.assets import INLINE, Assets, script, style
from kg.picture.out.page.page import render

__all__ = ["INLINE", "Assets", "render", "script", "style"]
