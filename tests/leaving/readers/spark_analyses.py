"""Answer questions that SQL answers with Apache Spark from tables in folders, and print the rows."""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import Any

from kg.load.sql.answers import ANSWERS
from kg.load.sql.asking import prepared
from kg.load.sql.base import view, views
from kg.load.sql.folder import show
from kg.load.sql.narrowed import asks
from kg.load.sql.spark import Spark, spark
from kg.load.sql.tables import Tables
from kg.questions import library
from kg.questions.run import bind


def main(asked: str, large: str) -> None:
    """Print the rows of each question in order, how a large table is joined with itself, bytes of memory.

    Args:
        asked: runs as JSON, each a folder of tables, how many rows of a table stay with the driver, and
            questions with their values. These share their tables, which are made once: they are narrowed
            alike, or not at all. Two runs go on at a time.
        large: a table with a column `id`, as a file of Parquet.
    """
    runs = json.loads(asked)
    with spark("local[2]", runs[0][0], "1536MB") as engine, ThreadPoolExecutor(2) as threads:
        scratch = (f"{folder}-scratch-{number}" for number, (folder, _, _) in enumerate(runs))
        told = [*threads.map(lambda run, own: rows(engine.session.newSession(), own, *run), runs, scratch)]
        joined = plan(engine.session, large)
        memory = engine.session._jvm.java.lang.Runtime.getRuntime().maxMemory()
    sys.stdout.write(json.dumps([*chain.from_iterable(told), joined, memory], default=str))


def plan(session: Any, large: str) -> str:
    """Return how Spark means to join a table with itself."""
    table = session.read.parquet(large)
    return str(table.join(table, "id")._jdf.queryExecution().executedPlan().toString())


def rows(session: Any, scratch: str, folder: str, few: int, questions: list[Any]) -> list[Any]:
    """Return the rows of each question of a run."""
    engine = Spark(session, scratch, few)
    show(engine, folder)
    bound = [(name, bind(library.question(name), values)) for name, values in questions]
    tables = shared(engine, bound)
    found = [list(ANSWERS[name].answer(tables, values).rows) for name, values in bound]
    engine.clear()
    return found


def shared(engine: Spark, bound: list[tuple[str, dict[str, Any]]]) -> Tables:
    """Return the tables of questions."""
    known = {view(name) for name in views()}
    name, values = bound[0]
    if asks(values):
        return prepared(name, engine, known, values)
    meant = {file: table for name, own in bound for file, table in ANSWERS[name].meant(own).items()}
    return Tables(engine, known, {**meant, "among": "every_one"})


main(*sys.argv[1:])
