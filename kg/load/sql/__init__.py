"""Analyses in SQL, for graphs near or beyond what one machine holds in memory.

The statements stand under `sql/`, one table a file, in what DuckDB and Spark both speak; an engine runs them.
"""
