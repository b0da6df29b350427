"""Free Cypher: statements that somebody writes.

They are checked before they run, cut off after some rows, and explained when they are wrong.
"""
