"""A second, invented corpus: other states, other weapons.

Nothing in a question may be tuned to the first one.
"""

from __future__ import annotations

from pathlib import Path

SEEDS = Path(__file__).parent / "seeds"
GOLDEN = Path(__file__).parent / "golden"
