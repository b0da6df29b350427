"""A new format is one new file: whatever lists formats has it, and its file is where all of it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contract.house import House

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
    **{
        f"kg/formats/sealed_{of}.py": f'''"""What only a press can print."""

FORMAT = "sealed"
OF = "{of}"
ENDINGS = (".seal",)
ABOUT = "under a seal"
NEEDS = ("wax", "kg_sealing_wax")


def render(what, *more):
    """Print it."""
    import kg_sealing_wax
'''
        for of in ("answer", "drawing", "graph")
    },
}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A copy of the program with one file more for each thing that a format can print."""
    house = House(tmp_path_factory.mktemp("new-format"))
    for name, text in FILES.items():
        house.add(name, text)
    return house


def test_an_answer(house: House) -> None:
    assert house.kg("ask", "index", "--format", "counted") == "2 rows\n"
    house.kg("ask", "index", "--output", "rows.count")
    assert (house.path / "rows.count").read_text("utf-8") == "2 rows\n"
    assert "counted" in house.kg("ask", "index", "--help")
    assert "one of" in house.kg("ask", "index", "--format", "cuonted", code=2)
    assert house.kg("show", "aa", "--format", "counted").endswith(" rows\n")


def test_the_nodes_and_edges_of_an_answer(house: House) -> None:
    drawn = house.kg("ask", "who-sourced", "--topic", "arms", "--format", "dot")
    assert drawn.startswith("digraph {")
    assert "radio-howitzers" in drawn


def test_a_drawing(house: House) -> None:
    house.kg("view", "ledger", "--output", "ledger.outline", "--dark")
    lines = (house.path / "ledger.outline").read_text("utf-8").splitlines()
    assert lines[0] == "dark"
    assert any("Howitzers for Betaland" in line for line in lines)
    assert "outline" in house.kg("view", "--help")
    assert "ledger.outline" in house.kg("view", "ledger", "--format", "outline")


def test_the_whole_graph(house: House) -> None:
    assert "The caption of each fact." in house.kg("export", "--help")
    assert "kg export names" in house.kg("export", "names", "--help")
    assert house.kg("export", "names", "--only-label", "State").splitlines()[0]
    assert "facts" in house.python("-m", "kg", "export", "names", "--output", "names.txt").err
    told = house.python("-m", "kg", "export", "folder", "out")
    assert "wrote 1 file to out; next: cat out/readme.txt" in told.out + told.err
    assert (house.path / "out" / "readme.txt").read_text("utf-8") == "without a store\n"


@pytest.mark.parametrize(
    ("words", "others"),
    [
        (("ask", "index"), "table, counted, csv"),
        (("view", "ledger"), "json, outline, pyvis, svg"),
        (("export",), "folder, jsonl"),
    ],
)
def test_what_a_format_needs_is_said_before_anything_is_written(
    words: tuple[str, ...], others: str, house: House
) -> None:
    kept = house.add("kept.seal", "as before")
    style = ("sealed",) if words == ("export",) else ("--format", "sealed")
    told = house.kg(*words, *style, "--output", "kept.seal", code=1)
    assert f"format sealed needs the extra wax; pip install 'kg-arms[wax]', or take {others}" in told
    assert kept.read_text("utf-8") == "as before"


@pytest.mark.parametrize(
    ("lines", "missing"),
    [
        ("", "ENDINGS, ABOUT"),
        ('ENDINGS = ()\nABOUT = "?"\nNEEDS = ("wax",)\n', "which modules its NEEDS brings"),
    ],
)
def test_half_a_format_is_named(lines: str, missing: str, tmp_path: Path) -> None:
    house = House(tmp_path)
    house.add("kg/formats/half.py", f'FORMAT = "half"\nOF = "answer"\n{lines}')
    said = "try: formats('answer')\nexcept TypeError as error: print(error)"
    told = house.python("-c", f"from kg.formats import formats\n{said}").out
    assert f"half.py: the format 'half' does not say {missing}" in told
