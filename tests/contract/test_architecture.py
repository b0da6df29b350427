"""`docs/architecture.md` shows the packages and imports that there are."""

from __future__ import annotations

import ast
import os

import networkx as nx

from tests.contract.imports import CODE, FILES, module_graph, package_graph, tree_of

PAGE = CODE.parent / "docs" / "architecture.md"
INTRO = """# How it is laid out

Generated from the imports and docstrings; `KG_UPDATE_DOCS=1 pytest tests/contract/test_architecture.py`
renews it.

Sources become a model, the model a store, the store answers, answers become pictures and formats, and
faces show them. An arrow points to what is imported; one that follows from others is left out. There is
no circle, neither of packages nor of modules: `tests/contract/test_conventions.py` reads every import,
those inside functions and those for type checkers included.

"""


def own_name(entry: str) -> str:
    """Return the name of an entry in the picture."""
    return entry.removeprefix("kg.")


def sentence(entry: str) -> str:
    """Return the first sentence of what a module or package says of itself."""
    told = ast.get_docstring(tree_of(FILES[entry])) or ""
    return " ".join(told.partition("\n\n")[0].split())


def picture() -> str:
    """Return the imports between what lies at the top of `kg`, as Mermaid."""
    graph = package_graph("kg", module_graph())
    graph.remove_nodes_from(["kg.__init__", "kg.__main__"])
    plain = nx.transitive_reduction(graph)
    order = {entry: place for place, entry in enumerate(nx.lexicographical_topological_sort(graph))}
    lines = [f"  {own_name(entry)}" for entry in order if not plain.degree(entry)]
    edges = sorted(plain.edges, key=lambda edge: (order[edge[0]], order[edge[1]]))
    lines += [f"  {own_name(start)} --> {own_name(end)}" for start, end in edges]
    return "\n".join(["```mermaid", "flowchart TB", *lines, "```"])


def listing() -> str:
    """Return a line for each entry at the top and each package inside, from the faces down."""
    order = nx.lexicographical_topological_sort(package_graph("kg", module_graph()))
    lines = []
    for entry in order:
        if entry in FILES and entry != "kg.__init__":
            inner = [name for name, file in FILES.items() if name.startswith(f"{entry}.")]
            packages = [name for name in inner if FILES[name].name == "__init__.py"]
            lines.append(f"- **`{own_name(entry)}`**: {sentence(entry)}")
            lines += [f"  - `{own_name(name)}`: {sentence(name)}" for name in packages]
    return "\n".join(lines)


def test_the_page_is_fresh() -> None:
    """KG_UPDATE_DOCS=1 writes it anew."""
    wanted = f"{INTRO}{picture()}\n\n## What each holds\n\n{listing()}\n"
    if os.environ.get("KG_UPDATE_DOCS"):
        PAGE.write_text(wanted, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == wanted, "run with KG_UPDATE_DOCS=1 and look at what changed"


def test_every_package_says_in_a_sentence_what_it_is_for() -> None:
    assert [name for name, file in FILES.items() if name != "kg.__init__" and not sentence(name)] == []
