"""A new format is one new file: whatever lists formats has it, and its file is where all of it is said."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kg

ROOT = Path(kg.__file__).resolve().parents[1]
FILES = {
    "kg/formats/counted.py": '''"""How many rows there are."""

FORMAT = "counted"
OF = "answer"
ENDINGS = (".count",)
ABOUT = "how many rows there are"


def render(result):
    """Return the number of rows."""
    return f"{len(result.rows)} rows\\n"
''',
    "kg/formats/dot.py": '''"""Nodes and edges for Graphviz."""

FORMAT = "dot"
OF = "elements"
ENDINGS = (".dot",)
ABOUT = "nodes and edges for Graphviz"


def render(title, parameters, elements):
    """Return the names of the nodes."""
    return "digraph {" + " ".join(sorted(e.id for e in elements if getattr(e, "labels", ()))) + "}\\n"
''',
    "kg/picture/out/outline.py": '''"""The labels of a drawing."""

FORMAT = "outline"
OF = "drawing"
ENDINGS = (".outline",)
ABOUT = "the labels of a drawing"


def render(drawing, theme="light"):
    """Return a line for each shape."""
    return f"{theme}\\n" + "".join(f"{' '.join(node.label)}\\n" for node in drawing.nodes)
''',
    "kg/formats/names.py": '''"""The names of all facts."""

FORMAT = "names"
OF = "graph"
ENDINGS = (".txt",)
ABOUT = "The caption of each fact."
OPTIONS = {"only_label": ("", "Only facts with this label.")}


def render(stored, *, only_label=""):
    """Write the caption of each fact.

    \\b
    Example:
      kg export names
    """
    nodes = stored.graph.nodes.values()
    return "".join(f"{n.properties['caption']}\\n" for n in nodes if not only_label or only_label in n.labels)
''',
    "kg/formats/folder.py": '''"""A folder of files."""

FORMAT = "folder"
OF = "graph"
ENDINGS = ()
ABOUT = "One file, in a folder."
NEXT = "cat {folder}/readme.txt"


def render(stored):
    """Write a folder."""
    return {"readme.txt": "without a store\\n"}
''',
}


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with one file more for each thing that a format can print."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("kg", "cypher", "seeds"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def run(folder: Path, *words: str, code: int = 0) -> str:
    """Return what the copied program prints, errors and notes included."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KG_", "NEO4J_"))}
    done = subprocess.run(
        [sys.executable, "-m", "kg", *words],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(folder), "COLUMNS": "100"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == code, done.stderr
    return done.stdout + done.stderr


def test_an_answer(copied: Path) -> None:
    assert run(copied, "ask", "index", "--format", "counted") == "5 rows\n"
    run(copied, "ask", "index", "--output", "rows.count")
    assert (copied / "rows.count").read_text("utf-8") == "5 rows\n"
    assert "counted" in run(copied, "ask", "index", "--help")
    assert "one of" in run(copied, "ask", "index", "--format", "cuonted", code=2)
    assert run(copied, "show", "kp", "--format", "counted").endswith(" rows\n")


def test_the_nodes_and_edges_of_an_answer(copied: Path) -> None:
    drawn = run(copied, "ask", "who-sourced", "--format", "dot")
    assert drawn.startswith("digraph {")
    assert "washington-post" in drawn


def test_a_drawing(copied: Path) -> None:
    run(copied, "view", "ledger", "--output", "ledger.outline", "--dark")
    lines = (copied / "ledger.outline").read_text("utf-8").splitlines()
    assert lines[0] == "dark"
    assert any("North Korea" in line for line in lines)
    assert "outline" in run(copied, "view", "--help")
    assert "kg.outline" in run(copied, "view", "ledger", "--format", "outline")


def test_the_whole_graph(copied: Path) -> None:
    assert "The caption of each fact." in run(copied, "export", "--help")
    assert "kg export names" in run(copied, "export", "names", "--help")
    assert run(copied, "export", "names", "--only-label", "State").splitlines()[0]
    assert "facts" in run(copied, "export", "names", "--output", "names.txt")
    told = run(copied, "export", "folder", "out")
    assert "wrote 1 file to out; next: cat out/readme.txt" in told
    assert (copied / "out" / "readme.txt").read_text("utf-8") == "without a store\n"


def test_half_a_format_is_named(copied: Path, tmp_path: Path) -> None:
    shutil.copytree(copied / "kg", tmp_path / "kg")
    (tmp_path / "kg" / "formats" / "half.py").write_text('FORMAT = "half"\nOF = "answer"\n', encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "from kg.formats import formats; formats('answer')"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "half.py: the format 'half' does not say ENDINGS, ABOUT" in done.stderr
