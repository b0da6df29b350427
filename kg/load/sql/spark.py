"""Apache Spark: a cluster of the user's own, which reads the same tables and the same statements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

from kg.errors import CallError, KgError, Problem, StoreError
from kg.load.sql.sizes import for_java
from kg.load.sql.tables import read_by

PACKED = 16
"""How many times as much room ids take in memory as in a file of Parquet.

Spark goes by the size of files where it sends a whole table to each of its machines.
"""
OPENED = {
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.sql.sources.fileCompressionFactor": str(PACKED),
    "spark.sql.datetime.java8API.enabled": "true",  # days as they are, in no calendar of the machine
}
"""Settings of a session."""
FOR_FEW = {
    "adaptive.enabled": "false",
    "autoBroadcastJoinThreshold": "-1",
    "codegen.factoryMode": "NO_CODEGEN",
    "codegen.wholeStage": "false",
    "shuffle.partitions": "1",
}
"""Settings of `spark.sql` for a statement that reads few rows: what pays for many is left out."""
FEW = 5_000
"""Rows of a table that stays with the driver; a larger one is written where all of the cluster reads it."""
SMALL = 500_000
"""Bytes of a file of Parquet that is read in one piece."""
SHORT = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m"
"""Options of a Java that runs for so short a time that making its code fast would take most of it."""
LITTLE = 2_000_000
"""Bytes of all tables for which Java is started like that, some 10,000 claims."""
AGAIN = (
    "run it again: nothing was changed; if it ends so again, give its driver more with --memory, and a"
    " cluster more for each executor"
)

_EMPTY = re.compile(r"^(An error occurred while calling|at |\.\.\. )|Exception thrown in awaitResult: *$")
"""Lines of an error of Java in Python that only say where it came through."""


class Spark:
    """Runs SQL in a session of Spark.

    What a statement makes is worked out at once, so that no plan grows beyond one statement. A table of few
    rows stays with the driver, without which nothing goes on anyway, and what reads such tables alone is one
    task. All others are written as Parquet, which outlives any other machine of the cluster.
    """

    def __init__(self, session: Any, scratch: str, few: int = FEW) -> None:
        """Use a session.

        Args:
            session: of PySpark.
            scratch: a folder that all of the cluster can write and read.
            few: rows of a table that stays with the driver, at most; with -1 each is written.
        """
        self.session = session
        self._scratch = scratch
        self._few = few
        self._usual = {name: session.conf.get(f"spark.sql.{name}") for name in FOR_FEW}
        self._for_few = False
        self._written = 0
        self._files: dict[str, tuple[str, Mapping[str, str]]] = {}
        self._many: set[str] = set()
        self._last: tuple[str, Any] = ("", None)

    def view(self, name: str, file: str, columns: Mapping[str, str]) -> None:
        """Show a file of Parquet, with other names for its columns, once a statement reads that name."""
        self._files[name] = (file, columns)

    def _read(self, name: str) -> None:
        """Show a file that is read now."""
        file, columns = self._files.pop(name)
        frame = self.session.read.parquet(file).withColumnsRenamed(dict(columns))
        place, system = self._place(file)
        many = system.getContentSummary(place).getLength() > SMALL
        self._show(name, frame if many else frame.coalesce(1), many)

    def _show(self, name: str, frame: Any, many: bool) -> None:
        """Show a table under its name, and remember whether it has many rows."""
        frame.createOrReplaceTempView(name)
        (self._many.add if many else self._many.discard)(name)

    def make(self, name: str, select: str) -> None:
        """See `kg.load.sql.tables.Engine`."""
        frame, rows = self._made(name, select)
        self._show(name, frame, rows is None)
        self._last = (name, rows)

    def renew(self, name: str, select: str) -> bool:
        """See `kg.load.sql.tables.Engine`."""
        before, (last, few) = self.session.table(name), self._last
        self.make(name, select)
        rows = self._last[1]
        if last == name and few is not None and rows is not None:
            return not self.session._jvm.java.util.HashSet(few).containsAll(rows)
        return bool(self.session.table(name).subtract(before).take(1))

    def _made(self, name: str, select: str) -> tuple[Any, Any]:
        """Work out a table, and return it with its rows where these are few."""
        frame = self._frame(select)
        if self._for_few and (rows := self._rows_of(frame)) is not None:
            return self._kept(frame, rows), rows
        self._settle(for_few=False)
        self._written += 1
        place = f"{self._scratch}/{self._written:04}-{name}"
        frame.write.parquet(place)
        written = self.session.read.schema(frame.schema).parquet(place)
        rows = self._rows_of(written)
        return (written if rows is None else self._kept(written, rows)), rows

    def _frame(self, select: str) -> Any:
        """Return a SELECT that is ready to be run, as suits what it reads."""
        read = read_by(select)
        for name in self._files.keys() & read:
            self._read(name)
        self._settle(for_few=self._many.isdisjoint(read))
        return self.session.sql(select)

    def _settle(self, for_few: bool) -> None:
        """Set the session up for the next statement."""
        if for_few != self._for_few:
            self._for_few = for_few
            for name, value in (FOR_FEW if for_few else self._usual).items():
                self.session.conf.set(f"spark.sql.{name}", value)

    def _kept(self, frame: Any, rows: Any) -> Any:
        """Return rows as a table in one piece."""
        return self.session._jsparkSession.createDataFrame(rows, frame._jdf.schema()).coalesce(1)

    def _rows_of(self, frame: Any) -> Any:
        """Return the rows of a table as a list of Java, None where there are many."""
        rows = frame._jdf.limit(self._few + 1).collectAsList()
        return rows if rows.size() <= self._few else None

    def _place(self, path: str) -> tuple[Any, Any]:
        """Return a path, and the file system in which it is."""
        place = self.session._jvm.org.apache.hadoop.fs.Path(path)
        return place, place.getFileSystem(self.session._jsc.hadoopConfiguration())

    def clear(self) -> None:
        """Remove what was made."""
        place, system = self._place(self._scratch)
        system.delete(place, True)

    def drop(self, name: str) -> None:
        """See `kg.load.sql.tables.Engine`; what was written goes when all is cleared."""
        self.session.catalog.dropTempView(name)
        self._many.discard(name)

    def rows(self, select: str) -> Iterator[tuple[Any, ...]]:
        """See `kg.load.sql.tables.Engine`."""
        return map(tuple, self._frame(select).toLocalIterator())


@contextmanager
def spark(master: str, beside: str, memory: str | None = None) -> Iterator[Spark]:
    """Open a session, and tell what goes wrong in it.

    Args:
        master: address of the cluster, or `local[N]` for N threads of this machine.
        beside: a folder beside which all of the cluster can write; what is written there goes again.
        memory: the most that the driver may take, such as `4GB`, which with `local[N]` is all; by default
            what Spark is set to, 1 GB where nobody did.

    Raises:
        CallError: PySpark is not installed, or cannot start there, or that is no size.
        StoreError: the cluster ended the run.
    """
    try:
        from pyspark.sql import SparkSession
    except ModuleNotFoundError as error:
        what, todo = "PySpark is not installed", "pip install pyspark, in the version of the cluster"
        raise CallError(Problem(what, todo=todo)) from error
    own = {} if memory is None else {"spark.driver.memory": for_java(memory)}
    try:
        settings = {**OPENED, **_java(master, beside), **own}
        session = SparkSession.builder.master(master).appName("kg").config(map=settings).getOrCreate()
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


def _java(master: str, folder: str) -> dict[str, str]:
    """Return how Java is started for the tables of a folder; on another machine that is not ours to say."""
    files = Path(folder).glob("*.parquet") if master.split("[")[0] == "local" else ()
    sizes = [file.stat().st_size for file in files]
    return {"spark.driver.defaultJavaOptions": SHORT} if sizes and sum(sizes) <= LITTLE else {}


def _first(error: Exception) -> str:
    """Return the first line of an error that tells something."""
    lines = [line.strip().removeprefix(": ") for line in str(error).splitlines()]
    told = (line.removeprefix("Caused by: ") for line in lines if line and not _EMPTY.search(line))
    return next(told, type(error).__name__)[:200]
