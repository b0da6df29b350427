"""A graph as tables in a folder (Apache Parquet), which programs read that never heard of us.

    layout     which tables there are, and what their columns hold
    engine     DuckDB, with a bound on its memory and a folder for what goes beyond
    manifest   kg-parquet.json: what the folder holds, written last
    writing    rows of a store or a file, as tables
    reading    such a folder, as lines of facts again

docs/scaling.md says what it is for, docs/formats.md what stands in the tables.
"""
