"""An invented corpus of cases, each judged by hand: what must be made of it, and why."""

from __future__ import annotations

from pathlib import Path

SEEDS = Path(__file__).parent / "seeds"
TABLE = Path(__file__).parent / "table.yaml"
