"""Which questions an engine of tables answers, too."""

IN_SQL = ("contradictions", "drift", "echoes", "roots", "status")
"""Of these the rows are equal, whatever works them out; see `kg.load.sql`."""
PYTHON, DUCKDB, SPARK = ENGINES = ("python", "duckdb", "spark")
"""What can work out the rows of a question that is not in Cypher."""
ABOVE = 100_000
"""Claims in a store from which on SQL is the faster way, its tables written first."""
