"""Apache Spark: a cluster of the user's own, which reads the same tables and the same statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any
from uuid import uuid4

from kg.errors import CallError, KgError, Problem, StoreError

QUIET = {"spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR"}
AGAIN = "run it again: nothing was changed; give the cluster more memory if it ends so again"


class Spark:
    """Runs SQL in a session of Spark."""

    def __init__(self, session: Any, scratch: str) -> None:
        """Use a session, and a folder that all of the cluster can write and read."""
        self.session = session
        self._scratch = scratch
        self._made = 0

    def view(self, name: str, file: str, columns: Mapping[str, str]) -> None:
        """Show a file of Parquet under a name, with other names for its columns."""
        self.session.read.parquet(file).withColumnsRenamed(dict(columns)).createOrReplaceTempView(name)

    def make(self, name: str, select: str) -> None:
        """See `kg.load.sql.tables.Engine`."""
        self._written(name, select).createOrReplaceTempView(name)

    def renew(self, name: str, select: str) -> bool:
        """See `kg.load.sql.tables.Engine`."""
        after = self._written(name, select)
        changed = bool(after.subtract(self.session.table(name)).take(1))
        after.createOrReplaceTempView(name)
        return changed

    def _written(self, name: str, select: str) -> Any:
        """Write rows where all of the cluster reads them, so that no plan grows beyond one statement."""
        frame, self._made = self.session.sql(select), self._made + 1
        place = f"{self._scratch}/{self._made:04}-{name}"
        frame.write.parquet(place)
        return self.session.read.schema(frame.schema).parquet(place)

    def clear(self) -> None:
        """Remove what was made."""
        hadoop = self.session._jvm.org.apache.hadoop.fs
        path = hadoop.Path(self._scratch)
        path.getFileSystem(self.session._jsc.hadoopConfiguration()).delete(path, True)

    def rows(self, select: str) -> Iterator[tuple[Any, ...]]:
        """See `kg.load.sql.tables.Engine`."""
        return map(tuple, self.session.sql(select).toLocalIterator())


@contextmanager
def spark(master: str, beside: str) -> Iterator[Spark]:
    """Open a session, and tell what goes wrong in it.

    Args:
        master: address of the cluster, or `local[N]` for N threads of this machine.
        beside: a folder beside which all of the cluster can write; what is written there goes again.

    Raises:
        CallError: PySpark is not installed, or cannot start there.
        StoreError: the cluster ended the run.
    """
    try:
        from pyspark.sql import SparkSession
    except ModuleNotFoundError as error:
        what, todo = "PySpark is not installed", "pip install pyspark, in the version of the cluster"
        raise CallError(Problem(what, todo=todo)) from error
    try:
        session = SparkSession.builder.master(master).appName("kg").config(map=QUIET).getOrCreate()
    except Exception as error:
        todo = "check --master, that the cluster runs, and that JAVA_HOME names a Java 17 or later"
        raise CallError(Problem(f"Spark does not start at {master}: {_first(error)}", todo=todo)) from error
    engine = Spark(session, f"{beside.rstrip('/')}-scratch-{uuid4().hex[:8]}")
    try:
        yield engine
    except KgError:
        raise
    except Exception as error:
        raise StoreError(Problem(f"Spark ended the run: {_first(error)}", todo=AGAIN)) from error
    finally:
        with suppress(Exception):  # a session that is dead can do neither
            engine.clear()
            session.stop()


def _first(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
