"""Run every benchmark, or those named: `python -m bench cold_ask build`."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

NAMES = sys.argv[1:] or sorted(
    p.stem
    for p in Path(__file__).parent.glob("*.py")
    if not p.stem.startswith("_") and p.stem not in ("measure", "generate")
)

for name in NAMES:
    print(f"## {name}", flush=True)
    import_module(f"bench.{name}").main()
    print(flush=True)
