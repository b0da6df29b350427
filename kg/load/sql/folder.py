"""A folder of tables, shown to an engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.load.parquet import manifest
from kg.load.parquet.writing import from_store
from kg.load.sql.base import view, views
from kg.load.sql.duck import Duck, duck
from kg.load.sql.spark import Spark, spark
from kg.system.leftovers import Folder

if TYPE_CHECKING:
    from kg.store import Store


@contextmanager
def in_duckdb(folder: str | None, store: Store | None = None, memory: str | None = None) -> Iterator[Duck]:
    """Open DuckDB with the tables of a folder, or of what a store holds.

    Args:
        folder: of `kg export parquet`; None for a store.
        store: whose tables are written first.
        memory: the most that DuckDB may take, see `kg.load.sql.duck.duck`.

    Raises:
        SeedError: the folder is not whole, or of another version.
        CallError: DuckDB is not installed, or that is no size.
        StoreError: the store cannot be read, or memory or disk is not enough.
    """
    with duck(memory) as engine, Folder() as own:
        if folder is None:
            assert store is not None
            from_store(store, own)
        else:
            _checked(folder)
        show(engine, folder or str(own))
        yield engine


@contextmanager
def in_spark(folder: str, master: str, memory: str | None = None) -> Iterator[Spark]:
    """Open Spark with the tables of a folder that all of the cluster can read.

    Args:
        folder: of `kg export parquet`.
        master: address of the cluster.
        memory: the most that the driver may take, see `kg.load.sql.spark.spark`.

    Raises:
        SeedError: the folder is not whole, or of another version.
        CallError: Spark is not there, or that is no size.
        StoreError: the cluster ended the run.
    """
    _checked(folder)
    with spark(master, folder, memory) as engine:
        show(engine, folder)
        yield engine


def _checked(folder: str) -> None:
    """Refuse a folder of this machine that is not whole."""
    if "://" not in folder:
        manifest.read(Path(folder))


def show(engine: Duck | Spark, folder: str) -> None:
    """Show the tables of a folder to an engine."""
    for name, columns in views().items():
        engine.view(view(name), f"{folder.rstrip('/')}/{name}.parquet", columns)
