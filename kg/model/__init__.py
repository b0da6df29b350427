"""Facts: one kind a file in `kinds`, the values they are made of, and the rows that they become."""

OWNED = "Kg"
"""The label of every node that we loaded."""
WITHDRAWN = "Withdrawn"
"""The label of what we took back, in place of those of its kind, so that no question matches it."""
