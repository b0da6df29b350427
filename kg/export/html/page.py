"""Scenes to one self-contained HTML file.

Scripts and styles are ours and vis-network's, embedded and named by hash in the page's content policy; data
is inert JSON. A browser that keeps the policy runs nothing else and requests nothing at all.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from kg.errors import ExportError, Problem
from kg.export.html.details import details, edge_detail, scene_claims
from kg.export.html.index import Index
from kg.export.html.network import Scene, to_network, unique_nodes
from kg.export.html.style import INK, KINDS, PAPER, PLAIN_LINE, STANCES, fill, look_of
from kg.rows import Graph

VIS = ("pyvis", "lib/vis-9.1.2/vis-network.min.js")
"""The bundle that pyvis 0.3.2 ships complete: minified, without loads of its own, Apache-2.0 or MIT."""


def render(scenes: Sequence[Scene], *, title: str, subtitle: str = "", context: Graph | None = None) -> str:
    """Return one HTML page that draws scenes; the first is shown first, a menu switches where there are several.

    Args:
        scenes: what to draw, at least one; a scene without nodes gives a page that says so.
        title: heading of the page.
        subtitle: one line below it.
        context: the whole graph; the panel reads from it what is not drawn. Without it the panel knows only
            the rows of the scenes.

    Returns:
        The page as text, ASCII apart from title and subtitle. The same input gives the same text.

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
        "scenes": [part for part, _ in drawn], "options": drawn[0][1], "facts": details(index, scenes),
        "kinds": _kinds(drawn), "stances": _stances(), "paper": PAPER, "ink": INK, "line": PLAIN_LINE,
    }  # fmt: skip
    library, viewer, css = _library(), _own("viewer.js"), _own("style.css")
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(_own("template.html"))
    return template.render(
        title=title, subtitle=subtitle, policy=_policy([library, viewer], [css]), css=Markup(css),
        library=Markup(library), viewer=Markup(viewer), data=Markup(inert(data)),
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
    part = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        content = text.encode("utf-8")
        target.parent.mkdir(parents=True, exist_ok=True)
        with part.open("xb") as stream:
            stream.write(content)
        part.replace(target)
    except (OSError, UnicodeEncodeError) as error:
        part.unlink(missing_ok=True)
        reason = error.strerror or str(error) if isinstance(error, OSError) else "the title is not valid Unicode"
        what = f"cannot write '{target}': {reason}"
        raise ExportError(Problem(what, todo="choose another file, or mend the folder")) from error
    return target


def inert(value: Any) -> str:
    """Return a value as ASCII JSON that cannot end the element it stands in, nor start another.

    Example:
        >>> inert("</script>")
        '"\\\\u003c/script\\\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    return text.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")


def _scene(scene: Scene, index: Index, context: Graph | None) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what the page needs of one scene, and the options of its network.

    Ids of the drawing are numbers, so that no name from the data becomes a key in the library's objects.
    """
    network = to_network(scene, context)
    number = {node["id"]: i for i, node in enumerate(network.nodes)}
    unique = list({edge.identity: edge for edge in scene.edges}.values())
    edges = [
        edge | {"id": i, "from": number[edge["from"]], "to": number[edge["to"]]} | edge_detail(index, row)
        for i, (edge, row) in enumerate(zip(network.edges, unique, strict=True))
    ]
    rows = unique_nodes(scene)
    nodes = [
        node | {"id": number[node["id"]], "fact": node["id"], "also": _other_names(index, rows[node["id"]].id)}
        for node in network.nodes
    ]
    claims = scene_claims(index, scene)
    return {"title": scene.title, "note": scene.note, "nodes": nodes, "edges": edges, "claims": claims}, network.options


def _other_names(index: Index, node_id: str) -> list[str]:
    """Return further names under which the search box finds a node."""
    node = index.nodes[node_id]
    equated = [str(e.properties.get("name", "")) for e in index.out[node_id] if e.type == "NAMED_IN"]
    return [index.name(node_id), node_id, *map(str, node.properties.get("known_as", [])), *equated]


def _kinds(drawn: list[tuple[dict[str, Any], dict[str, Any]]]) -> dict[str, Any]:
    """Return the looks of the kinds that occur, in the order of the legend, both themes."""
    found = {node["kind"] for scene, _ in drawn for node in scene["nodes"]}
    order = [kind for kind in KINDS if kind in found] + sorted(found - set(KINDS))
    return {
        kind: {
            "label": look_of(kind).label if kind in KINDS else kind, "shape": look_of(kind).shape,
            "mark": look_of(kind).mark, "dashed": look_of(kind).dashed,
            "light": {"line": look_of(kind).light, "fill": fill(look_of(kind), "light")},
            "dark": {"line": look_of(kind).dark, "fill": fill(look_of(kind), "dark")},
        }
        for kind in order
    }  # fmt: skip


def _stances() -> dict[str, Any]:
    return {
        stance: {"label": look.label, "light": look.light, "dark": look.dark, "dashes": look.dashes, "end": look.end,
                 "width": look.width}
        for stance, look in STANCES.items()
    }  # fmt: skip


def _policy(scripts: list[str], styles: list[str]) -> str:
    """Return the content policy: nothing but these scripts and styles, and the empty icon."""
    script, style = (" ".join(map(_hash, texts)) for texts in (scripts, styles))
    return (
        f"default-src 'none'; script-src {script}; style-src {style}; img-src data:; base-uri 'none'; "
        "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


@cache
def _own(name: str) -> str:
    return (resources.files("kg.export.html") / name).read_text("utf-8").replace("\r\n", "\n")


@cache
def _library() -> str:
    """Return vis-network with its licence comment, without the pointer to a source map that browsers would load.

    Raises:
        ExportError: the installed pyvis has no such file, or one that cannot stand in a page.
    """
    package, name = VIS
    try:
        text = (resources.files(package) / name).read_bytes().decode("utf-8")
    except (OSError, ModuleNotFoundError) as error:
        raise ExportError(Problem(f"{package} has no {name}", expected="pyvis 0.3.2")) from error
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    text = "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL="))
    if "@license" not in text or "</script" in text.lower() or "<!--" in text:
        raise ExportError(Problem(f"{package}'s {name} cannot stand in a page", expected="pyvis 0.3.2"))
    return text
