"""Facts: one kind a file in `kinds`, the values they are made of, and the rows that they become."""

OWNED = "Kg"
"""The label of every node that we loaded."""
