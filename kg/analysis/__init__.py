"""Answers that need more than one statement: pure functions on a `World`, which one reader takes from a store.

from kg.analysis import cut, read_world, roots
world = cut(read_world(store), as_of=date(2024, 10, 13))
for row in roots.roots(world):
...
"""

from kg.analysis.asof import cut
from kg.analysis.marks import marks
from kg.analysis.reading import read_world
from kg.analysis.world import World

__all__ = ["World", "cut", "marks", "read_world"]
