"""Which questions an engine of tables answers, too."""

IN_SQL = ("contradictions", "drift", "echoes", "keystones", "roots", "status")
"""Of these the rows are equal, whatever works them out; see `kg.load.sql`."""
PYTHON, DUCKDB, SPARK = ENGINES = ("python", "duckdb", "spark")
"""What can work out the rows of a question that is not in Cypher."""
ABOVE = 2_000_000
"""Claims in a store from which on SQL works out the rows, its tables written first, except about one event.

In Python the world of a million claims takes 3.7 GB; below this many, reading it takes less time than writing
the tables.
"""
