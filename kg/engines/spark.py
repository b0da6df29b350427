"""Apache Spark: a cluster of the user's own, which reads the same tables and the same statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from kg.errors import CallError, KgError, Problem, StoreError

QUIET = {"spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR"}
AGAIN = "run it again: nothing was changed; give the cluster more memory if it ends so again"


class Spark:
    """Runs SQL in a session of Spark."""

    def __init__(self, session: Any) -> None:
        """Use a session."""
        self.session = session

    def view(self, name: str, file: str, columns: Mapping[str, str]) -> None:
        """Show a file of Parquet under a name, with other names for its columns."""
        self.session.read.parquet(file).withColumnsRenamed(dict(columns)).createOrReplaceTempView(name)

    def make(self, name: str, select: str) -> None:
        """See `kg.engines.tables.Engine`."""
        self.session.sql(select).localCheckpoint().createOrReplaceTempView(name)

    def differs(self, name: str, select: str) -> bool:
        """See `kg.engines.tables.Engine`."""
        return bool(self.session.sql(f"{select} EXCEPT SELECT * FROM {name}").take(1))

    def rows(self, select: str) -> Iterator[tuple[Any, ...]]:
        """See `kg.engines.tables.Engine`."""
        return map(tuple, self.session.sql(select).toLocalIterator())


@contextmanager
def spark(master: str) -> Iterator[Spark]:
    """Open a session, and tell what goes wrong in it.

    Args:
        master: address of the cluster, or `local[N]` for N threads of this machine.

    Raises:
        CallError: PySpark is not installed, or cannot start there.
        StoreError: the cluster ended the run.
    """
    try:
        from pyspark.sql import SparkSession  # type: ignore[import-not-found]
    except ModuleNotFoundError as error:
        what, todo = "PySpark is not installed", "pip install pyspark, in the version of the cluster"
        raise CallError(Problem(what, todo=todo)) from error
    try:
        session = SparkSession.builder.master(master).appName("kg").config(map=QUIET).getOrCreate()
    except Exception as error:
        todo = "check --master, that the cluster runs, and that JAVA_HOME names a Java 17 or later"
        raise CallError(Problem(f"Spark does not start at {master}: {_first(error)}", todo=todo)) from error
    try:
        yield Spark(session)
    except KgError:
        raise
    except Exception as error:
        raise StoreError(Problem(f"Spark ended the run: {_first(error)}", todo=AGAIN)) from error
    finally:
        with suppress(Exception):  # a session that is dead cannot be stopped
            session.stop()


def _first(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
