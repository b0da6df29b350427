"""The same stores as in the contract tests: file, memory, and real Neo4j servers."""

from tests.contract.conftest import graph, loaded

__all__ = ["graph", "loaded"]
