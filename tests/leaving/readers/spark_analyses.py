"""Answer every question that SQL answers with Apache Spark from tables in folders, and print the rows."""

import json
import sys
from pathlib import Path
from typing import Any

from kg.engines.answers import ANSWERS
from kg.engines.asking import asked
from kg.engines.folder import show
from kg.engines.spark import spark
from kg.questions import library
from kg.questions.run import bind


def main(*folders: str) -> None:
    """Print one object: for each folder the rows of each question."""
    told: dict[str, Any] = {}
    with spark("local[2]", folders[0]) as engine:
        engine.session.conf.set("spark.sql.shuffle.partitions", "2")
        for folder in folders:
            show(engine, folder)
            for name in ANSWERS:
                question = library.question(name)
                rows = asked(question, engine, bind(question, {})).rows
                told.setdefault(Path(folder).name, {})[name] = rows
    sys.stdout.write(json.dumps(told, default=str))


main(*sys.argv[1:])
