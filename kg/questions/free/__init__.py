"""Free Cypher: statements that somebody writes, checked before they run, cut off after some rows, explained when wrong."""
