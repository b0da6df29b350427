"""Answer every question that SQL answers with Apache Spark from tables in folders, and print the rows."""

import json
import sys
from pathlib import Path
from typing import Any

from kg.load.sql.answers import ANSWERS
from kg.load.sql.asking import asked
from kg.load.sql.folder import show
from kg.load.sql.spark import spark
from kg.questions import library
from kg.questions.run import bind

FOR_FEW_ROWS = {"shuffle.partitions": "1", "adaptive.enabled": "false", "codegen.wholeStage": "false"}
"""What spares a small table the work that pays for a large one."""


def main(*folders: str) -> None:
    """Print one object: for each folder the rows of each question."""
    told: dict[str, Any] = {}
    with spark("local[2]", folders[0]) as engine:
        for name, value in FOR_FEW_ROWS.items():
            engine.session.conf.set(f"spark.sql.{name}", value)
        for folder in folders:
            show(engine, folder)
            for name in ANSWERS:
                question = library.question(name)
                rows = asked(question, engine, bind(question, {})).rows
                told.setdefault(Path(folder).name, {})[name] = rows
    sys.stdout.write(json.dumps(told, default=str))


main(*sys.argv[1:])
