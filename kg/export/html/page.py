"""Scenes to one self-contained HTML file.

Scripts and styles are ours and vis-network's, embedded and named by hash in the page's content policy; data
is inert JSON. A browser that keeps the policy runs nothing else and requests nothing at all.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from kg.errors import ExportError, Problem
from kg.export.html.assets import inert, library, own, policy
from kg.export.html.details import details, edge_detail, scene_claims
from kg.export.html.index import Index
from kg.export.html.network import ENDS, Scene, to_network
from kg.export.html.style import INK, KINDS, PAPER, STANCES, fill, line_of, look_of
from kg.export.html.words import edge_words
from kg.rows import Graph

Drawn = dict[str, Any]
"""What the page needs of one scene."""


def render(scenes: Sequence[Scene], *, title: str, subtitle: str = "", context: Graph | None = None) -> str:
    """Return one HTML page that draws scenes, the first one first; a menu switches between several.

    Args:
        scenes: what to draw, at least one; a scene without nodes gives a page that says so.
        title: heading of the page.
        subtitle: one line below it.
        context: the whole graph; the panel reads from it what is not drawn. Without it the panel knows only
            the rows of the scenes.

    Returns:
        The page as text. The same input gives the same text.

    Raises:
        ExportError: no scene, an edge whose end is not drawn, or a pyvis without its vis-network.
    """
    if not scenes:
        raise ExportError(Problem("nothing to draw", expected="at least one scene"))
    rows = context or Graph({}, {})
    index = Index(
        [*(n for s in scenes for n in s.nodes), *rows.nodes.values()],
        [*(e for s in scenes for e in s.edges), *rows.edges.values()],
    )
    drawn = [_scene(scene, index, context) for scene in scenes]
    data = {
        "scenes": drawn, "facts": details(index, scenes),
        "kinds": _kinds(drawn), "lines": _lines(drawn), "paper": PAPER, "ink": INK,
    }  # fmt: skip
    scripts, css = {"library": library(), "viewer": own("viewer.js")}, own("style.css")
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(own("template.html"))
    return template.render(
        title=title, subtitle=subtitle, policy=policy([*scripts.values()], [css]), css=css, data=inert(data),
        **scripts,
    )  # fmt: skip


def write(
    path: str | Path, scenes: Sequence[Scene], *, title: str, subtitle: str = "", context: Graph | None = None
) -> Path:
    """Write the page of `render` as UTF-8 with plain newlines, whole or not at all.

    Args:
        path: the file; missing folders are made, an existing file is replaced.
        scenes: as in `render`.
        title: as in `render`.
        subtitle: as in `render`.
        context: as in `render`.

    Returns:
        The path written.

    Raises:
        ExportError: as in `render`, or the file cannot be written; an existing file is then as it was.
    """
    target = Path(path)
    text = render(scenes, title=title, subtitle=subtitle, context=context)
    part = target.parent / f".{secrets.token_hex(8)}.part"
    try:
        content = text.encode("utf-8")
        target.parent.mkdir(parents=True, exist_ok=True)
        with part.open("xb") as stream:
            stream.write(content)
        part.replace(target)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        what = f"cannot write '{target}': {reason}"
        raise ExportError(Problem(what, todo="choose another file, or mend the folder")) from error
    finally:
        with suppress(OSError):
            part.unlink()
    return target


def _scene(scene: Scene, index: Index, context: Graph | None) -> Drawn:
    """Return one scene as the page needs it.

    Ids of the drawing are numbers, so that no name from the data becomes a key in the library's objects.
    """
    network = to_network(scene, context)
    for node in network.nodes:
        del node["color"]  # the page paints by kind, for light and dark
    number = {node["id"]: i for i, node in enumerate(network.nodes)}
    unique = list({edge.identity: edge for edge in scene.edges}.values())
    edges = [
        {"id": i, "from": number[edge["from"]], "to": number[edge["to"]], "back": "from" in edge["arrows"]}
        | {key: edge[key] for key in ("line", "claim", "smooth")}  # the rest of its look stands in the legend
        | edge_detail(index, row)
        for i, (edge, row) in enumerate(zip(network.edges, unique, strict=True))
    ]
    nodes = [
        node | {"id": number[node["id"]], "fact": node["id"], "also": _names(index, node["id"])}
        for node in network.nodes
    ]
    page = {"title": scene.title, "note": scene.note, "nodes": nodes, "edges": edges}
    return page | {"claims": scene_claims(index, scene), "options": network.options}


def _names(index: Index, node_id: str) -> list[str]:
    """Return the names under which the search box finds a node, the one to show first."""
    node = index.nodes[node_id]
    equated = [str(e.properties.get("name", "")) for e in index.out[node_id] if e.type == "NAMED_IN"]
    return [index.name(node_id), node_id, *map(str, node.properties.get("known_as", [])), *equated]


def _kinds(drawn: list[Drawn]) -> dict[str, Any]:
    """Return the looks of the kinds that occur, in the order of the legend, both themes."""
    found = {node["kind"] for scene in drawn for node in scene["nodes"]}
    order = [kind for kind in KINDS if kind in found] + sorted(found - set(KINDS))
    return {
        kind: {
            "label": look.label if kind in KINDS else kind, "shape": look.shape, "mark": look.mark,
            "dashed": look.dashed,
            "light": {"line": look.light, "fill": fill(look, "light")},
            "dark": {"line": look.dark, "fill": fill(look, "dark")},
        }
        for kind in order
        for look in [look_of(kind)]
    }  # fmt: skip


def _lines(drawn: list[Drawn]) -> dict[str, Any]:
    """Return the looks of all stances and of the edge types drawn without one, in the order of the legend."""
    found = {edge["line"] for scene in drawn for edge in scene["edges"]}
    return {
        key: {
            "label": look.label or edge_words(key)[0], "light": look.light, "dark": look.dark,
            "dashes": look.dashes, "end": look.end, "size": ENDS[look.end], "width": look.width,
        }
        for key in [*STANCES, *sorted(found - set(STANCES))]
        for look in [line_of(key)]
    }  # fmt: skip
