"""A whole `kg ask` on the loaded default store, beside a bare import of click and the engine."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.measure import compare, process

KG = str(Path(sys.executable).with_name("kg"))


def main() -> None:
    """Compare the two processes, and `kg --help` with a bare import of click."""
    process([KG, "ask", "who-sourced"])()
    bare = process([sys.executable, "-c", "import click, grafeo"])
    compare(
        process([KG, "ask", "who-sourced"]),
        bare,
        ("kg ask who-sourced", "python -c 'import click, grafeo'"),
        limit=1.8,
    )
    click = process([sys.executable, "-c", "import click"])
    compare(process([KG, "--help"]), click, ("kg --help", "python -c 'import click'"), limit=1.2)
