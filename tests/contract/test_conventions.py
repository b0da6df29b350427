"""Habits that every fact kind, preset and module keeps; a new file is covered by being there."""

from __future__ import annotations

import ast
import inspect
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg import paths
from kg.model import OWNED
from kg.model.derived import DERIVED, DERIVED_PROPERTIES
from kg.model.kinds import Fact, Tie, links, registry
from kg.model.shape import shape
from kg.questions import library
from kg.questions.header import Question
from tests.contract.imports import (
    CODE,
    FILES,
    MODULES,
    circles,
    imports,
    module_graph,
    name_of,
    package_graph,
    scanned,
    tree_of,
)

KINDS = [pytest.param(model, id=kind) for kind, model in registry().items()]
TIES = sorted(
    {tie for model in registry().values() for tie in shape(model).ties.values()}, key=lambda tie: tie.__name__
)
PRESETS = [pytest.param(p, id=p.name) for p in (*library.every(), *library.checks())]

PASCAL = re.compile(r"([A-Z][a-z0-9]+)+")
UPPER = re.compile(r"[A-Z]+(_[A-Z]+)*")
SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
EDGE = re.compile(r"# \(:(\w+)\)-\[:(\w+)(?: \{([^}]*)\})?\]->\(:(\w+)\)")

LAYERS: tuple[tuple[str, ...], ...] = (
    ("kg.errors", "kg.version", "kg.__init__"),
    ("kg.system",),
    ("kg.corpus",),
    ("kg.paths",),
    ("kg.model",),
    ("kg.language",),
    ("kg.sources",),
    ("kg.store",),
    ("kg.analysis",),
    ("kg.questions",),
    ("kg.load",),
    ("kg.findings",),
    ("kg.picture",),
    ("kg.formats",),
    ("kg.curate", "kg.server"),
    ("kg.api",),
    ("kg.mcp", "kg.shell", "kg.site"),
    ("kg.cli",),
    ("kg.__main__",),
)
"""From the ground up. A module imports from its own package and lower layers, never from beside or above.

Sources become a model, the model a store, the store answers, answers pictures and formats, and faces show
them. What `kg` itself offers of `kg.api` it imports when it is asked for.
"""

LIGHT = ("pydantic", "neo4j", "networkx", "pyvis", "yaml", "rustworkx", "jinja2")
"""What costs more to import than an answer takes."""


def unit_of(name: str) -> tuple[int, str]:
    """Return the layer that a module is in, and the entry of `LAYERS` that says so: the longest that fits."""
    fitting = [
        (len(unit), level, unit)
        for level, units in enumerate(LAYERS)
        for unit in units
        if f"{name}.".startswith(f"{unit}.")
    ]
    assert fitting, f"{name} is in no layer: say in LAYERS where it belongs"
    _, level, unit = max(fitting)
    return level, unit


@pytest.mark.parametrize("file", [pytest.param(f, id=name_of(f)) for f in MODULES])
def test_imports_point_one_way(file: Path) -> None:
    level, unit = unit_of(name_of(file))
    wrong = []
    if unit == "kg.__init__":
        return  # see test_the_package_itself_imports_nothing
    for line, target in imports(tree_of(file)):
        other, others = unit_of(target)
        if others != unit and other >= level:
            wrong.append(
                f"{file.relative_to(CODE.parent)}:{line}: {unit} (layer {level}) imports {target} (layer"
                f" {other})"
            )
    assert wrong == []


def test_modules_import_each_other_in_no_circle() -> None:
    assert circles(module_graph()) == []


def test_packages_import_each_other_in_no_circle() -> None:
    modules = module_graph()
    packages = [name_of(file) for file in MODULES if file.name == "__init__.py" and file.parent != CODE]
    assert {p: closed for p in ["kg", *packages] if (closed := circles(package_graph(p, modules)))} == {}


def test_a_circle_is_found_wherever_it_closes() -> None:
    late = "def f():\n    from kg.store import batches\n"
    typed = "if TYPE_CHECKING:\n    import kg.store.values\n"
    assert [name for text in (late, typed) for _, name in imports(ast.parse(text))] == [
        "kg.store.batches",
        "kg.store.values",
    ]
    assert "kg.formats.csv" in scanned(ast.parse("import_module(f'kg.formats.{name}')"), "kg.formats")
    modules = module_graph()
    modules.add_edge("kg.model.rows", "kg.store.protocol")
    assert circles(modules)
    assert {"kg.model", "kg.store"} <= set(circles(package_graph("kg", modules))[0])


def test_the_top_of_the_package_is_seen_at_a_glance() -> None:
    left_out = {"__init__.py", "__main__.py", "py.typed", "__pycache__"}
    entries = {path.name for path in CODE.iterdir()} - left_out
    assert len(entries) <= 22, sorted(entries)


def test_the_package_itself_imports_nothing() -> None:
    code = "import sys, kg; print(*sorted(m for m in sys.modules if m.startswith('kg.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_every_layer_names_something_that_is_there() -> None:
    assert [
        unit
        for units in LAYERS
        for unit in units
        if not any(f"{name}.".startswith(f"{unit}.") for name in FILES)
    ] == []


def test_no_module_is_relative_or_a_star() -> None:
    wrong = [
        f"{name_of(file)}:{node.lineno}"
        for file in MODULES
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.ImportFrom) and (node.level or any(alias.name == "*" for alias in node.names))
    ]
    assert wrong == []


@pytest.mark.parametrize("file", [pytest.param(f, id=name_of(f)) for f in MODULES])
def test_a_module_is_short_and_says_what_it_is_for(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") <= 300
    if text.strip():
        assert ast.get_docstring(tree_of(file)), "no docstring"


@pytest.mark.parametrize("file", [pytest.param(f, id=name_of(f)) for f in MODULES])
def test_cypher_is_in_two_places_only(file: Path) -> None:
    if file == CODE / "store" / "statements.py":
        return
    cypher = re.compile(r"MATCH\s*\(|MERGE\s*\(|UNWIND\s")
    remarks = {
        id(node.value) for node in ast.walk(tree_of(file)) if isinstance(node, ast.Expr)
    }  # docstrings run nothing
    elsewhere = [
        f"{file.name}:{node.lineno}: {node.value[:60]!r}"
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and cypher.search(node.value)
        and id(node) not in remarks
    ]
    assert elsewhere == []


# Facts


@pytest.mark.parametrize("model", KINDS)
def test_names_of_a_kind(model: type[Fact]) -> None:
    assert SNAKE.fullmatch(model.KIND)
    assert SNAKE.fullmatch(model.PLURAL)
    assert all(PASCAL.fullmatch(label) for label in model.LABELS)
    assert len(set(model.LABELS)) == len(model.LABELS) <= 2
    assert model.LABELS[-1] == model.__name__
    assert OWNED not in model.LABELS
    assert all(SNAKE.fullmatch(name) for name in model.model_fields)
    assert Path(inspect.getfile(model)).stem == model.KIND
    assert model.__doc__


def test_plurals_and_labels_are_unique() -> None:
    models = list(registry().values())
    assert len({model.PLURAL for model in models}) == len(models)
    assert len({model.LABELS for model in models}) == len(models)
    assert not {model.PLURAL for model in models} & {
        model.KIND for model in models if model.KIND != model.PLURAL
    }


@pytest.mark.parametrize("model", [*KINDS, *(pytest.param(tie, id=tie.__name__) for tie in TIES)])
def test_every_field_is_described(model: type[Fact | Tie]) -> None:
    assert [name for name, field in model.model_fields.items() if not (field.description or "").strip()] == []


def comment_above(model: type[Fact | Tie], field: str) -> re.Match[str]:
    """Return the comment line above a field, in the class that declares it."""
    owner = next(cls for cls in model.__mro__ if field in vars(cls).get("__annotations__", {}))
    lines = inspect.getsource(owner).split("\n")
    at = next(i for i, line in enumerate(lines) if re.match(rf"    {field}: ", line))
    match = EDGE.fullmatch(lines[at - 1].strip())
    assert match, (
        f"{owner.__name__}.{field}: the line above is {lines[at - 1].strip()!r}, not its pattern '#"
        " (:A)-[:EDGE]->(:B)'"
    )
    return match


def labels_of(model: type[Fact]) -> set[str]:
    """Return the labels of a kind, and the names of the classes that it is made from."""
    return {*model.LABELS, *(cls.__name__ for cls in model.__mro__ if issubclass(cls, Fact))}


@pytest.mark.parametrize("model", KINDS)
def test_every_reference_shows_its_edge_in_a_comment(model: type[Fact]) -> None:
    every = {label for other in registry().values() for label in other.LABELS}
    for field, link in links(model).items():
        assert UPPER.fullmatch(link.edge)
        assert set(link.to) <= every
        start, edge, properties, end = comment_above(model, field).groups()
        own, other = (end, start) if link.reverse else (start, end)
        assert (edge, properties) == (link.edge, None)
        assert own in labels_of(model)
        assert other in link.to


@pytest.mark.parametrize("tie", [pytest.param(tie, id=tie.__name__) for tie in TIES])
def test_every_tie_shows_its_edge_in_a_comment(tie: type[Tie]) -> None:
    owners = [model for model in registry().values() if tie in shape(model).ties.values()]
    start, edge, properties, end = comment_above(tie, tie.TARGET).groups()
    assert UPPER.fullmatch(tie.EDGE)
    assert edge == tie.EDGE
    assert any(start in model.LABELS for model in owners)
    assert end in tie.TO
    assert set((properties or "").split(", ")) <= set(tie.model_fields)
    assert all(n in tie.model_fields or isinstance(getattr(tie, n, None), property) for n in tie.KEY)


def test_every_edge_in_a_comment_exists() -> None:
    known = {link.edge for model in registry().values() for link in links(model).values()} | {
        tie.EDGE for tie in TIES
    }
    written = {
        match[2]
        for file in (CODE / "model").rglob("*.py")
        for match in EDGE.finditer(file.read_text(encoding="utf-8"))
    }
    assert written == known


def test_derived_names_follow_the_same_habits() -> None:
    assert all(UPPER.fullmatch(edge) for edge in DERIVED)
    assert all(SNAKE.fullmatch(name) for name in DERIVED_PROPERTIES)
    assert not set(DERIVED) & {link.edge for model in registry().values() for link in links(model).values()}


# Presets


@pytest.mark.parametrize("preset", PRESETS)
def test_names_of_a_preset(preset: Question) -> None:
    assert KEBAB.fullmatch(preset.name)
    assert KEBAB.fullmatch(preset.topic)
    assert all(SNAKE.fullmatch(name) for name, _ in preset.returns)
    assert all(SNAKE.fullmatch(parameter.name) for parameter in preset.parameters)
    assert all(KEBAB.fullmatch(tag) for tag in preset.tags)


# What an answer may cost


def loaded_by(*arguments: str) -> set[str]:
    """Return which costly packages a command imports, run in a process of its own."""
    code = (
        "import sys\nfrom kg.cli import main\ntry:\n    main()\nexcept SystemExit as end:\n    assert not"
        f" end.code, end.code\nprint(*sorted(set({LIGHT!r}) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "arguments", [["--help"], ["ask", "--help"], ["ask", "who-sourced", "--help"], ["presets"]]
)
def test_help_imports_nothing_costly(arguments: list[str]) -> None:
    assert loaded_by(*arguments) == set()


def test_an_answer_from_the_loaded_default_store_imports_nothing_costly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    seeds = tmp_path / "seeds"
    shutil.copytree(paths.seeds(), seeds)
    command = ["ask", "who-sourced", "--topic", "troop-numbers", "--seeds", str(seeds), "--format"]
    assert {"pydantic", "yaml"} <= loaded_by(*command, "json"), "the first call builds the store"
    assert [loaded_by(*command, style) for style in ("json", "table")] == [set(), set()]
