"""Facts: one kind a file in `kinds`, the values they are made of, and the rows of nodes and edges that they become."""
