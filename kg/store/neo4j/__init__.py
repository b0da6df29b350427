"""A Neo4j database, through the official driver."""
