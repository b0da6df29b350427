"""Which module of ours imports which, read from the source; nothing is imported for it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import networkx as nx

import kg

CODE = Path(kg.__file__).parent
MODULES = sorted(CODE.rglob("*.py"))


def name_of(file: Path) -> str:
    """Return the dotted name of a module; the package itself is `kg.__init__`."""
    parts = ["kg", *file.relative_to(CODE).with_suffix("").parts]
    return ".".join(parts if parts == ["kg", "__init__"] or parts[-1] != "__init__" else parts[:-1])


@cache
def tree_of(file: Path) -> ast.Module:
    """Return a module as a syntax tree."""
    return ast.parse(file.read_text(encoding="utf-8"))


FILES = {name_of(file): file for file in MODULES}


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and name of every module of ours that is imported, at the top or inside a function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "kg":
            for alias in node.names:
                target = f"{node.module}.{alias.name}"
                home = "kg.__init__" if node.module == "kg" else str(node.module)
                yield node.lineno, target if target in FILES else home
        elif isinstance(node, ast.Import):
            ours = [alias.name for alias in node.names if alias.name.split(".")[0] == "kg"]
            yield from ((node.lineno, "kg.__init__" if name == "kg" else name) for name in ours)


def scanned(tree: ast.AST, name: str) -> Iterator[str]:
    """Yield the modules that `import_module(f"kg.formats.{...}")` may import: all of that package."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "import_module":
            text = ast.unparse(node.args[0]).removeprefix("f").strip("'\"")
            package = text.replace("{__name__}", name).partition(".{")[0]
            if package != text:
                yield from (other for other in FILES if other.rpartition(".")[0] == package)


def module_graph() -> nx.DiGraph[str]:
    """Return every import of a module by another.

    Those inside functions and for type checkers count: a circle is one however late it closes. That importing
    a module also imports the packages that it lies in does not count, or every package that offers what is
    inside it would be a circle.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    for name, file in FILES.items():
        targets = {*(target for _, target in imports(tree_of(file))), *scanned(tree_of(file), name)}
        graph.add_node(name)
        graph.add_edges_from((name, target) for target in targets if target != name)
    return graph


def package_graph(package: str, modules: nx.DiGraph[str]) -> nx.DiGraph[str]:
    """Return which entry of a package (a module or package directly in it) imports which other."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    inside = {name: entry_of(name, package) for name in modules if f"{name}.".startswith(f"{package}.")}
    graph.add_nodes_from(inside.values())
    for start, end in modules.edges:
        if start in inside and end in inside and inside[start] != inside[end]:
            graph.add_edge(inside[start], inside[end])
    return graph


def entry_of(name: str, package: str) -> str:
    """Return what directly in a package holds a module; the package's own module is its `__init__`.

    Example:
        >>> entry_of("kg.store.neo4j.guard", "kg.store")
        'kg.store.neo4j'
    """
    inner = name.removeprefix(package).strip(".").partition(".")[0]
    return f"{package}.{inner or '__init__'}"


def circles(graph: nx.DiGraph[str]) -> list[list[str]]:
    """Return every group of which each imports each other, directly or through others."""
    return sorted(sorted(group) for group in nx.strongly_connected_components(graph) if len(group) > 1)
