"""One hash over everything a store is built from: the seed files and the code that reads them."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

_CODE = Path(__file__).parent


def seed_files(folder: Path) -> list[Path]:
    """Return every seed file below a folder, in a fixed order; hidden files are left out."""
    found = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        found += [Path(root, n) for n in names if n.endswith((".yaml", ".yml")) and not n.startswith(".")]
    return sorted(found)


def fingerprint(folder: Path) -> str:
    """Return the SHA-256 of seeds and builder; equal fingerprints build equal graphs.

    Raises:
        OSError: a seed file cannot be read.
    """
    total = hashlib.sha256()
    code = [_CODE / "rows.py", *sorted((_CODE / "facts").glob("*.py"))]
    for path in (*seed_files(folder), *code):
        name = path.name if path.is_relative_to(_CODE) else path.relative_to(folder).as_posix()
        total.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
