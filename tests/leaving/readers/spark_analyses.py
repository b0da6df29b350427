"""Answer questions that SQL answers with Apache Spark from tables in folders, and print the rows."""

import json
import sys
from pathlib import Path
from typing import Any

from kg.load.sql.answers import ANSWERS
from kg.load.sql.asking import prepared
from kg.load.sql.base import view, views
from kg.load.sql.folder import show
from kg.load.sql.spark import spark
from kg.load.sql.tables import Tables
from kg.questions import library
from kg.questions.run import bind
from tests.leaving.readers import few_rows

WHOLE = ("contradictions", "drift", "echoes", "roots", "status")
"""Questions that share most tables when all is asked about."""


def main(more: str, *folders: str) -> None:
    """Print one object: for each folder the rows of each question.

    Args:
        more: questions with their values to ask of the last folder, as JSON.
        folders: of tables.
    """
    told: dict[str, Any] = {}
    few_rows.begin()
    with spark("local[2]", folders[0]) as engine:
        few_rows.settle(engine.session)
        for folder in folders:
            show(engine, folder)
            asked = {name: bind(library.question(name), {}) for name in WHOLE}
            meant = {"among": "every_one"}
            for name in WHOLE:
                meant |= ANSWERS[name].meant(asked[name])
            tables = Tables(engine, {view(name) for name in views()}, meant)  # what they share is made once
            told[Path(folder).name] = {
                name: list(ANSWERS[name].answer(tables, asked[name]).rows) for name in WHOLE
            }
        told["more"] = []
        for name, values in json.loads(more):
            parameters = bind(library.question(name), values)
            tables = prepared(name, engine, {view(name) for name in views()}, parameters)
            told["more"].append(list(ANSWERS[name].answer(tables, parameters).rows))
    sys.stdout.write(json.dumps(told, default=str))


main(*sys.argv[1:])
