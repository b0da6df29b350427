"""Pages side by side in one browser.

How soon the whole picture is there, how it moves, how large the file is.

    python -m bench.views corpus 1000 10000 50000

Plain pyvis, pyvis with the positions that we compute, our pyvis export, our page, and sigma.js (WebGL;
fetched with npm into build/). Same nodes, edges, labels and places in each; a fresh page for each run, the
pages in turn, medians of three. The network is cut off: what plain pyvis would load from it fails at once
instead of after half a minute.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from bench._network import network as generated
from kg.picture.drawing import Drawing
from kg.picture.kinds.network import network
from kg.picture.looks import line_of, look_of

SCRATCH = Path("build", "bench-views")
SIZES = ("corpus", "1000", "10000", "50000")
RUNS = 3
PATIENCE = 60.0
"""Seconds after which a page that shows nothing is given up."""
MOVING = 2.0
"""Seconds of dragging and of zooming."""
PLAIN_MOST = 1_000
"""Nodes up to which plain pyvis is tried: beyond, it shows nothing within a minute."""

WATCH = """
window.benchFrames = 0;
(function count() { window.benchFrames++; requestAnimationFrame(count); })();
const small = document.createElement("canvas"); small.width = small.height = 96;
const pen = small.getContext("2d", { willReadFrequently: true });
(function look() {
  if (window.benchDrawn) return;
  const ready = performance.getEntriesByName("kg:first")[0];
  if (ready) { window.benchDrawn = ready.startTime; return; }
  if (!window.kgPage && !window.benchOwn) for (const canvas of document.querySelectorAll("canvas")) {
    pen.clearRect(0, 0, 96, 96);
    try { pen.drawImage(canvas, 0, 0, 96, 96); } catch { continue; }
    const drawn = pen.getImageData(0, 0, 96, 96).data.some((value, i) => i % 4 === 3 && value > 40);
    if (drawn) { window.benchDrawn = performance.now(); return; }
  }
  requestAnimationFrame(look);
})();
"""
"""Counts frames, and notes when the picture is there.

When the page says so, else when a canvas is no longer empty.
"""

Page = Callable[[Drawing], str]


def plain(drawing: Drawing, fixed: bool = False) -> str:
    """Return the page of pyvis as it comes: its template, physics on or positions given."""
    from pyvis.network import Network

    made = Network(height="900px", width="100%", directed=True, cdn_resources="in_line")
    for node in drawing.nodes:  # as add_node does, without its search through all that is there
        look = look_of(node.kind)
        own = {
            "id": node.id,
            "label": "\n".join(node.label),
            "color": look.light,
            "shape": "dot",
            "size": node.height / 2,
        }
        made.nodes.append(own | ({"x": node.x, "y": node.y, "physics": False} if fixed else {}))
    made.edges += [
        {"from": e.start, "to": e.end, "color": line_of(e.style).light, "arrows": "to"} for e in drawing.edges
    ]
    if fixed:
        made.toggle_physics(False)
    return str(made.generate_html())


def own_pyvis(drawing: Drawing) -> str:
    """Return our pyvis export."""
    from kg.picture.out.pyvis import render

    return render(drawing)


def own_page(drawing: Drawing) -> str:
    """Return our page."""
    from kg.picture.out.page import render

    return render([drawing], title=drawing.title)


def sigma(drawing: Drawing) -> str:
    """Return a page of sigma.js with the same nodes and edges."""
    scripts = [library("graphology", "dist/graphology.umd.min.js"), library("sigma", "dist/sigma.min.js")]
    inside = {member for node in drawing.nodes for member in node.members}
    nodes = [
        [n.id, n.x, -n.y, n.height / 4, look_of(n.kind).light, " ".join(n.label)]
        for n in drawing.nodes
        if n.id not in inside
    ]
    edges = [[e.start, e.end, line_of(e.style).light] for e in drawing.edges if not {e.start, e.end} & inside]
    data = json.dumps({"nodes": nodes, "edges": edges}).replace("<", r"\u003c")
    draw = """
    window.benchOwn = true;
    const data = JSON.parse(document.getElementById("data").textContent);
    const graph = new graphology.MultiDirectedGraph();
    for (const [id, x, y, size, color, label] of data.nodes) graph.addNode(id, { x, y, size, color, label });
    for (const [start, end, color] of data.edges) graph.addDirectedEdge(start, end, { color, size: 1 });
    const view = new Sigma(graph, document.getElementById("view"), { allowInvalidContainer: true });
    // The first picture was ordered when the view was made; reading a pixel waits for it.
    requestAnimationFrame(() => {
      for (const canvas of Object.values(view.getCanvases()))
        canvas.getContext("webgl2")?.readPixels(0, 0, 1, 1, 6408, 5121, new Uint8Array(4));
      window.benchDrawn = performance.now();
    });
    """
    tags = "".join(f"<script>{script.replace('</script', '<!/script')}</script>" for script in scripts)
    return (
        '<!doctype html><meta charset="utf-8"><title>sigma</title>'
        "<style>html,body,#view{margin:0;width:100%;height:100%}</style>"
        '<div id="view"></div>'
        f'<script type="application/json" id="data">{data}</script>{tags}<script>{draw}</script>'
    )


def library(name: str, file: str) -> str:
    """Return a file of an npm package, fetched once into build/ with npm."""
    folder = SCRATCH / name
    if not (folder / "package" / file).exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "pack", name, "--silent"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(folder.glob("*.tgz"))) as packed:
            packed.extractall(folder, filter="data")
    return (folder / "package" / file).read_text("utf-8")


PAGES: dict[str, Page] = {
    "pyvis": plain,
    "pyvis, fixed": lambda drawing: plain(drawing, fixed=True),
    "our pyvis": own_pyvis,
    "our page": own_page,
    "sigma": sigma,
}


@contextmanager
def browser() -> Iterator[Any]:
    """Start a Chromium that reaches nothing."""
    from tests.browser.chrome import chromium

    with tempfile.TemporaryDirectory() as folder, chromium(Path(folder)) as chrome:
        chrome.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
        yield chrome


def opened(path: Path) -> dict[str, float]:
    """Open a page in a fresh browser, then drag and zoom it; return seconds and frames a second."""
    with browser() as chrome:
        chrome.set_page_load_timeout(PATIENCE)
        with suppress(Exception):  # a page that is still busy: it is asked again below
            chrome.get(path.resolve().as_uri())
        end = time.monotonic() + PATIENCE
        drawn = None
        while drawn is None and time.monotonic() < end:
            time.sleep(0.05)
            drawn = chrome.execute_script("return window.benchDrawn || null")
        if drawn is None:
            return {}
        time.sleep(1.0)
        return {"first": drawn / 1000, "drag": frames(chrome, drag), "zoom": frames(chrome, zoom)}


def frames(chrome: Any, move: Callable[[Any, int], None]) -> float:
    """Return how many frames a second there are while something is moved."""
    before, start, step = chrome.execute_script("return window.benchFrames"), time.perf_counter(), 0
    _mouse(chrome, "mousePressed" if move is drag else "mouseMoved", 600, 450)
    while time.perf_counter() - start < MOVING:
        move(chrome, step)
        step += 1
    after = chrome.execute_script("return window.benchFrames")
    seconds = time.perf_counter() - start
    if move is drag:
        _mouse(chrome, "mouseReleased", 600, 450)
    return float((after - before) / seconds)


def drag(chrome: Any, step: int) -> None:
    """Move the mouse a little with its button down, to and fro."""
    _mouse(
        chrome,
        "mouseMoved",
        600 + 3 * (step % 60 if step % 120 < 60 else 60 - step % 60),
        450 + step % 40,
        buttons=1,
    )


def zoom(chrome: Any, step: int) -> None:
    """Turn the wheel, eight steps in, eight out."""
    _mouse(chrome, "mouseWheel", 600, 450, deltaX=0, deltaY=-40 if step % 16 < 8 else 40)


def _mouse(chrome: Any, kind: str, x: int, y: int, **more: Any) -> None:
    button = (
        {"button": "left", "clickCount": 1}
        if kind in ("mousePressed", "mouseReleased")
        else {"button": "left"}
        if more.get("buttons")
        else {}
    )
    chrome.execute_cdp_cmd("Input.dispatchMouseEvent", {"type": kind, "x": x, "y": y, **button, **more})


def picture(size: str) -> Drawing:
    """Return the drawing of a size: the corpus, or a generated network."""
    if size != "corpus":
        return network(generated(int(size)), clusters=False)  # every node is to be seen in every page
    from kg import paths
    from kg.load.seeds import plan_seeds
    from kg.picture.contents import draw_graph, see
    from kg.store import connect

    store = connect("memory")
    try:
        plan_seeds(paths.seeds(), store).run()
        return draw_graph(see(store))
    finally:
        store.close()


def main(sizes: tuple[str, ...] = SIZES) -> None:
    """Print a row for each size and page, then the ratios that are promised."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    for size in sizes:
        start = time.process_time()
        drawing = picture(size)
        laid = time.process_time() - start
        files: dict[str, Path] = {}
        for name, make in PAGES.items():
            if name == "pyvis" and size != "corpus" and int(size) > PLAIN_MOST:
                continue
            start = time.process_time()
            files[name] = SCRATCH / f"{size}-{name.replace(', ', '-').replace(' ', '-')}.html"
            files[name].write_text(make(drawing), encoding="utf-8")
            if name == "our page":
                print(
                    f"{size}: {len(drawing.nodes):,} nodes, {len(drawing.edges):,} edges; laid out in"
                    f" {laid:.1f} s, written in {time.process_time() - start:.1f} s"
                )
        runs: dict[str, list[dict[str, float]]] = {name: [] for name in files}
        for _ in range(RUNS):
            for name, path in files.items():
                if not (
                    runs[name] and not runs[name][-1]
                ):  # what showed nothing once is not waited for again
                    runs[name].append(opened(path))
        _table(size, files, runs)


def _table(size: str, files: dict[str, Path], runs: dict[str, list[dict[str, float]]]) -> None:
    print(f"{'page':<16}{'first picture s':>17}{'drag frames/s':>15}{'zoom frames/s':>15}{'file MB':>10}")
    medians: dict[str, dict[str, float]] = {}
    for name, timings in runs.items():
        measured = [one for one in timings if one]
        size_ = files[name].stat().st_size / 1e6
        if not measured:
            print(f"{name:<16}{f'over {PATIENCE:.0f}':>17}{'-':>15}{'-':>15}{size_:>10.2f}")
            continue
        medians[name] = {key: statistics.median(one[key] for one in measured) for key in measured[0]}
        m = medians[name]
        print(f"{name:<16}{m['first']:>17.2f}{m['drag']:>15.0f}{m['zoom']:>15.0f}{size_:>10.2f}")
    for one, other in (("our pyvis", "pyvis, fixed"), ("our page", "pyvis, fixed"), ("our page", "sigma")):
        if one in medians and other in medians:
            a, b = medians[one], medians[other]
            print(
                f"{one} / {other}: first picture {a['first'] / b['first']:.2f}, drag"
                f" {a['drag'] / b['drag']:.1f}, zoom {a['zoom'] / b['zoom']:.1f}, file"
                f" {files[one].stat().st_size / files[other].stat().st_size:.2f}"
            )
    print()


if __name__ == "__main__":
    main(tuple(sys.argv[1:]) or SIZES)
