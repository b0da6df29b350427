"""Have Apache Spark understand every statement of some questions, without working them out."""

import json
import sys
from typing import Any

from kg.load.sql.answers import ANSWERS
from kg.load.sql.asking import prepared
from kg.load.sql.base import selects, view, views
from kg.load.sql.folder import show
from kg.load.sql.spark import Spark, spark
from kg.questions import library
from kg.questions.run import bind
from tests.leaving.readers import few_rows


class Understanding(Spark):
    """Makes tables of the right columns without rows, but for those that are read from a folder."""

    def _written(self, name: str, select: str) -> Any:
        frame = self.session.sql(select)
        return frame if name in selects() else self.session.createDataFrame([], frame.schema)

    def renew(self, name: str, select: str) -> bool:
        """See `kg.load.sql.tables.Engine`: nothing is ever new."""
        self.make(name, select)
        return False


def main(asked: str, folder: str) -> None:
    """Print the questions that were understood.

    Args:
        asked: questions with their values, as JSON.
        folder: of tables.
    """
    told = []
    few_rows.begin()
    with spark("local[1]", folder) as session:
        few_rows.settle(session.session)
        engine = Understanding(session.session, folder)
        show(engine, folder)
        for name, values in json.loads(asked):
            parameters = bind(library.question(name), values)
            tables = prepared(name, engine, {view(one) for one in views()}, parameters)
            assert [*ANSWERS[name].answer(tables, parameters).rows] == [], name
            told.append(name)
    sys.stdout.write(json.dumps(told))


main(*sys.argv[1:])
