"""The bulk import, run for real: the graph is the one that a load over bolt gives, node by node."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg import paths
from kg.errors import ExportError, KgError
from kg.formats.neo4j_admin import arguments, render
from kg.formats.stored import Stored
from kg.load.seeds import plan_graph
from kg.model.convert import rows_of
from kg.model.kinds.claim import Claim
from kg.model.kinds.state import State
from kg.model.rows import Graph, NodeRow
from kg.sources.seeds import load
from kg.store import statements
from kg.store.neo4j.store import Neo4jStore
from tests.servers import RELEASES, unavailable

HOSTILE = [
    "quote \" and 'single'",
    "comma, and; semicolon",
    "line\nbreak",
    "back\\slash",
    " tab\there",
    "ü 한국 \u200f",
    "-",
    "null",
    "true",
]


def corpus() -> Graph:
    facts = load(paths.seeds()).facts
    extra = [State(id=f"hostile-{i}", name=text, known_as=[text, "b"]) for i, text in enumerate(HOSTILE)]
    claim = next(fact for fact in facts if isinstance(fact, Claim) and fact.quantity)
    sums = {"low": 58.32, "high": 60, "measure": "money", "currency": "USD", "per": "gram", "mode": "flow"}
    priced = claim.model_dump() | {"id": "priced", "quantity": sums | {"wording": "$58.32"}}
    return rows_of([*facts, *extra, Claim.model_validate(priced)])


@pytest.mark.neo4j
@pytest.mark.slow
@pytest.mark.parametrize("release", RELEASES)
def test_imports_to_the_same_graph(release: str, tmp_path: Path) -> None:
    from kg.server import LocalServer, admin

    graph = corpus()
    folder = tmp_path / "import"
    folder.mkdir()
    for name, text in render(Stored(lambda: (graph, "print"))).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    words = arguments((folder / "import.sh").read_text(encoding="utf-8"))
    absolute = [w.replace("nodes-", f"{folder}/nodes-").replace("edges-", f"{folder}/edges-") for w in words]
    try:
        admin(absolute, release=release, home=tmp_path / "home")
    except KgError as error:
        if error.problems[0].code == "neo4j-admin":
            raise
        unavailable(str(error))
    with LocalServer(release, tmp_path / "home") as server:
        store = Neo4jStore.open(server.uri, "neo4j", server.password)
        with store._session("WRITE") as session:
            for line in (folder / "constraints.cypher").read_text(encoding="utf-8").split(";\n")[:-1]:
                session.run(line).consume()
        assert store.read() == graph
        assert store.fingerprint() == "print"
        assert store.foreign() == 0
        plan = plan_graph(graph, store, "print")
        assert (len(plan.changes), plan.up_to_date) == (0, True)
        names = {row[0] for row in store.query("SHOW CONSTRAINTS YIELD name RETURN name", {}).rows}
        names |= {row[0] for row in store.query("SHOW INDEXES YIELD name RETURN name", {}).rows}
        assert {line.split()[2] for line in statements.constraints()} <= names
        store.close()


def test_unknown_is_unquoted_and_an_empty_text_is_not() -> None:
    out = render(Stored(lambda: (corpus(), "")))
    lines = out["nodes-Actor-State.csv"]
    assert re.search(r",,|,$", lines, re.M), "a state without Wikidata id has an unquoted empty field"
    assert '""' in out["edges-SAID_BY.csv"], (
        "the key of an edge without parallels is an empty text, not unknown"
    )


def test_whole_numbers_and_fractions_have_columns_of_their_own() -> None:
    nodes = [
        NodeRow(i, ("Claim",), {"id": i, "low": low}) for i, low in (("a", 5), ("b", 1788402.2), ("c", 7))
    ]
    out = render(Stored(lambda: (Graph({n.id: n for n in nodes}, {}), "")))
    assert out["nodes-Claim-header.csv"] == "id:ID(store),low:long\n"
    assert out["nodes-Claim.csv"] == '"a","5"\n"c","7"\n'
    assert out["nodes-Claim-low-header.csv"] == "id:ID(store),low:double\n"
    assert out["nodes-Claim-low.csv"] == '"b","1788402.2"\n'
    assert "--nodes=Claim=nodes-Claim-low-header.csv,nodes-Claim-low.csv" in arguments(out["import.sh"])


def test_a_list_with_the_separator_is_refused() -> None:
    graph = rows_of([State(id="x", name="x", known_as=["ab", "c"])])
    graph.nodes["x"].properties["known_as"] = ["a\x1fb", "c"]  # no fact may hold it, a store of others may
    with pytest.raises(ExportError, match="unit separator"):
        render(Stored(lambda: (graph, "")))
