"""The whole graph as files for `neo4j-admin database import full`, the fastest way into a large Neo4j.

Source: Neo4j Operations Manual, "Import" (CSV header format and data types).
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.errors import ExportError, Problem
from kg.model import OWNED
from kg.store import statements
from kg.version import __version__

if TYPE_CHECKING:
    from kg.formats.stored import Stored

FORMAT = "neo4j-admin"
OF = "graph"
ENDINGS = ()
ABOUT = "Files and command for neo4j-admin's bulk import."
OPTIONS = {"database": ("neo4j", "Name of the database to import into.")}
NEXT = "sh {folder}/import.sh"

BETWEEN = "\x1f"
"""What stands between the items of a list: the unit separator, which no curated text holds."""

_TYPES: dict[type, str] = {bool: "boolean", int: "long", float: "double", date: "date", str: "string"}


def render(stored: Stored, *, database: str = "neo4j") -> dict[str, str]:
    """Write header and data files and the exact `neo4j-admin database import full` command.

    The import goes into a stopped server and replaces what the database held; constraints.cypher comes after
    it.

    \b
    Example:
      kg export neo4j-admin build/import
      sh build/import/import.sh
    \f

    Args:
        stored: what to export; its fingerprint goes with it, so that the imported store knows what it holds.
        database: name of the database to import into.

    Returns:
        The text of every file by name: for each set of labels and each type of edge a header file and a data
        file, then `constraints.cypher` and `import.sh`.

    Raises:
        ExportError: a list holds the separator.
    """
    graph, fingerprint = stored.graph, stored.fingerprint
    out: dict[str, str] = {}
    nodes: dict[tuple[str, ...], list[Mapping[str, Any]]] = defaultdict(list)
    for node in graph.nodes.values():
        nodes[node.labels].append(node.properties)
    nodes[("KgStore",)].append({"id": "kg", "fingerprint": fingerprint, "version": __version__})
    parts = []
    for labels, rows in sorted(nodes.items()):
        space = "kg" if OWNED in labels else "store"
        own = ":".join(statements.checked(label) for label in labels)
        for name, some in _alike(f"nodes-{'-'.join(label for label in labels if label != OWNED)}", rows):
            out |= _table(name, {"id": f"id:ID({space})"}, some)
            parts.append(f"--nodes={own}={name}-header.csv,{name}.csv")
    edges: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for edge in graph.edges.values():
        edges[edge.type].append({**edge.properties, ":START": edge.start, ":END": edge.end})
    for kind, rows in sorted(edges.items()):
        for name, some in _alike(f"edges-{statements.checked(kind)}", rows):
            out |= _table(name, {":START": ":START_ID(kg)", ":END": ":END_ID(kg)"}, some)
            parts.append(f"--relationships={kind}={name}-header.csv,{name}.csv")
    out["constraints.cypher"] = "".join(f"{line};\n" for line in statements.constraints())
    out["import.sh"] = _script(parts, database)
    return out


def arguments(script: str) -> list[str]:
    """Return the arguments of the command in an `import.sh`, without `neo4j-admin` itself.

    Example:
        >>> arguments("#!/bin/sh\\nneo4j-admin database import full neo4j \\\\\\n  --nodes=A=a.csv\\n")
        ['database', 'import', 'full', 'neo4j', '--nodes=A=a.csv']
    """
    import shlex

    words = shlex.split(script[script.index("neo4j-admin") :].replace("\\\n", " "))
    return words[1:]


def _script(parts: Iterable[str], database: str) -> str:
    options = (
        *parts,
        "--array-delimiter=U+001F",
        "--multiline-fields=true",
        "--id-type=string",
        "--overwrite-destination",
    )
    lines = " \\\n  ".join((f"neo4j-admin database import full {database}", *options))
    return (
        "#!/bin/sh\n# Imports this folder into a stopped Neo4j; what the database held is replaced. Then"
        ' start the server and run\n#   cypher-shell --file constraints.cypher\nset -eu\ncd "$(dirname'
        f' "$0")"\n{lines}\n'
    )


def _alike(name: str, rows: list[Mapping[str, Any]]) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    """Yield rows by which of their values have a fraction, and the name of their file.

    A column has one type; so a number without a fraction stays whole.
    """
    found: dict[str, set[type]] = defaultdict(set)
    for row in rows:
        for key, value in row.items():
            found[key].add(type(value))
    mixed = sorted(key for key, kinds in found.items() if kinds >= {int, float})
    groups: dict[tuple[str, ...], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[tuple(key for key in mixed if isinstance(row.get(key), float))].append(row)
    for fractions, some in sorted(groups.items()):
        yield "-".join([name, *fractions]), some


def _table(name: str, special: Mapping[str, str], rows: list[Mapping[str, Any]]) -> dict[str, str]:
    """Return header and data file of rows.

    A column has the type of its values; an absent value is unquoted.
    """
    kinds: dict[str, str] = {}
    for row in rows:
        for key, value in row.items():
            kinds.setdefault(key, _type(value))
    columns = [*special, *sorted(key for key in kinds if key not in special)]
    header = [special.get(key) or f"{key}:{kinds[key]}" for key in columns]
    data = io.StringIO()
    writer = csv.writer(data, quoting=csv.QUOTE_NOTNULL, lineterminator="\n")
    writer.writerows([_text(row.get(key)) for key in columns] for row in rows)
    return {f"{name}-header.csv": ",".join(header) + "\n", f"{name}.csv": data.getvalue()}


def _type(value: Any) -> str:
    if isinstance(value, list):
        return (_type(value[0]) if value else "string") + "[]"
    return next(word for kind, word in _TYPES.items() if isinstance(value, kind))


def _text(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        items = [_text(item) or "" for item in value]
        if any(BETWEEN in item for item in items):
            raise ExportError(
                Problem("a list holds the unit separator U+001F", todo="remove it from the text")
            )
        return BETWEEN.join(items)
    return value.isoformat() if isinstance(value, date) else str(value)
