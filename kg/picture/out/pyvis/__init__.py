"""A drawing as a `pyvis.network.Network` with fixed positions, and as its page, which needs no network.

Example:
    >>> from kg.picture.drawing import Drawing, Node
    >>> one = Node("kp", "kp", "State", "hexagon", 0, 0, 32, 32, ("<b>Korea",), (0, 28, "middle"))
    >>> network = to_pyvis(Drawing("network", "Who?", "", (one,), (), box=(-50, -30, 50, 50)))
    >>> network.num_nodes(), "<b>Korea" in network.generate_html()
    (1, False)
"""

from __future__ import annotations

from kg.picture.drawing import Drawing, Theme
from kg.picture.out.pyvis.network import Still, to_pyvis

FORMAT = "pyvis"
OF = "drawing"
ENDINGS = (".html",)
ABOUT = "page made with pyvis and vis-network, in one file"

__all__ = ["Still", "render", "to_pyvis"]


def render(drawing: Drawing, _theme: Theme = "light") -> str:
    """Return a drawing as one HTML page made with pyvis and vis-network.

    Args:
        drawing: the picture.
        _theme: of no meaning: pyvis pages are light.

    Returns:
        The page as text; equal drawings give equal texts.

    Raises:
        ExportError: the installed pyvis is without its vis-network.
    """
    return to_pyvis(drawing).generate_html()
