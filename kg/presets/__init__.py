"""Questions: one Cypher file each, with a header that says what it asks, takes and returns."""
