"""A report that prints the root itself stays one, whoever retells the root elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from kg.analysis.echoes import echoes
from kg.analysis.reading import read_world
from kg.analysis.roots import roots
from kg.load.seeds import plan_facts
from kg.model.kinds import registry
from kg.questions import library
from kg.questions.run import run
from kg.store import Store, connect

SHA = "0" * 64
SOURCE: tuple[str, str, list[str]] = ("source", "minister", [])


def built(*claims: tuple[str, str, list[str]], printed: dict[str, list[str]]) -> Store:
    """Return a store of claims (id, speaker, relays) about one event, each printed in some documents."""

    def make(kind: str, /, **fields: Any) -> Any:
        return registry()[kind].model_validate(fields)

    documents = sorted({d for places in printed.values() for d in places})
    facts = [
        make("topic", id="t", name="T", name_de="T", description="T"),
        make("situation", id="e", name="E"),
        make("organization", id="paper", name="Paper", kind="news-outlet"),
        make("organization", id="institute", name="Institute", kind="think-tank"),
        make("person", id="minister", name="Minister"),
        *(
            make(
                "document",
                id=d,
                title=d,
                outlet="paper",
                published="2024-10-12",
                recorded="2024-10-12",
                language="en",
                file=f"{d}.txt",
                sha256=SHA,
            )
            for d in documents
        ),
        *(
            make(
                "claim",
                id=id_,
                topic="t",
                stance="asserts",
                speaker=speaker,
                said="2024-10-11",
                about="e",
                relays=relays,
                paraphrase="X.",
                cited=[
                    {"document": d, "paragraph": 1, "start": 0, "end": 1, "sha256": SHA} for d in printed[id_]
                ],
            )
            for id_, speaker, relays in claims
        ),
    ]
    store = connect("memory")
    plan_facts(facts, store, "x").run()
    return store


RETOLD = ("retold", "institute", ["source"])
AGAIN = ("again", "paper", ["retold"])


@pytest.mark.parametrize(
    ("claims", "printed", "reports"),
    [
        ([SOURCE], {"source": ["a"]}, 1),
        ([SOURCE], {"source": ["a", "b"]}, 2),
        ([SOURCE, RETOLD], {"source": ["a"], "retold": ["b"]}, 2),  # a prints the minister, b who heard him
        (
            [SOURCE, RETOLD],
            {"source": ["a"], "retold": ["a"]},
            1,
        ),  # one document: the words and who tells them
        ([SOURCE, RETOLD], {"source": ["a", "b"], "retold": ["b"]}, 2),
        ([SOURCE, RETOLD, AGAIN], {"source": ["a"], "retold": ["b"], "again": ["c"]}, 3),
        ([SOURCE, RETOLD, AGAIN], {"source": ["a", "c"], "retold": ["b"], "again": ["c"]}, 3),
    ],
)
def test_reports_are_told_apart_by_document(
    claims: list[Any], printed: dict[str, list[str]], reports: int
) -> None:
    store = built(*claims, printed=printed)
    world = read_world(store)
    (support,) = roots(world)
    assert len(support.reports) == reports
    assert [len(found.reports) for found in echoes(world)] == ([reports] if reports > 1 else [])
    result = run(library.question("who-sourced"), store, {"topic": "t"})
    names = [column.name for column in result.columns]
    assert [row[names.index("reports")] for row in result.rows] == [reports]
