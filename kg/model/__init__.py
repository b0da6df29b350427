"""Facts: one kind a file in `kinds`, the values they are made of, and the rows that they become."""
