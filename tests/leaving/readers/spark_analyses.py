"""Answer every question that SQL answers with Apache Spark from tables in folders, and print the rows."""

import json
import os
import sys
from pathlib import Path
from typing import Any

from kg.load.sql.answers import ANSWERS
from kg.load.sql.base import view, views
from kg.load.sql.folder import show
from kg.load.sql.spark import spark
from kg.load.sql.tables import Tables
from kg.questions import library
from kg.questions.run import bind

FOR_FEW_ROWS = {
    "shuffle.partitions": "1",
    "adaptive.enabled": "false",
    "codegen.wholeStage": "false",
    "codegen.factoryMode": "NO_CODEGEN",
}
"""What spares a small table the work that pays for a large one."""


def main(*folders: str) -> None:
    """Print one object: for each folder the rows of each question."""
    told: dict[str, Any] = {}
    os.environ["JDK_JAVA_OPTIONS"] = f"{os.environ.get('JDK_JAVA_OPTIONS', '')} -XX:+UseSerialGC"
    with spark("local[2]", folders[0]) as engine:
        for name, value in FOR_FEW_ROWS.items():
            engine.session.conf.set(f"spark.sql.{name}", value)
        for folder in folders:
            show(engine, folder)
            asked = {name: bind(library.question(name), {}) for name in ANSWERS}
            meant = {
                key: file for name, own in ANSWERS.items() for key, file in own.meant(asked[name]).items()
            }
            tables = Tables(engine, {view(name) for name in views()}, meant)  # what they share is made once
            told[Path(folder).name] = {
                name: list(own.answer(tables, asked[name]).rows) for name, own in ANSWERS.items()
            }
    sys.stdout.write(json.dumps(told, default=str))


main(*sys.argv[1:])
