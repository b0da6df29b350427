"""One hash over everything a store is built from: the seed files and the code that reads them."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

_CODE = Path(__file__).resolve().parents[1] / "model"
_ENDINGS = (".yaml", ".yml")


def seed_files(folder: Path) -> list[Path]:
    """Return every seed file below a folder, in a fixed order; hidden files are left out.

    What is named like a seed file and is none (a folder, a link to nothing), and a folder that may not be
    opened, is returned as well: reading it tells the person, passing over it would lose facts.
    """
    found: list[Path] = []

    def closed(error: OSError) -> None:
        found.append(Path(error.filename))

    for root, folders, names in os.walk(folder, onerror=closed):
        found += [Path(root, n) for n in (*names, *folders) if n.endswith(_ENDINGS) and not n.startswith(".")]
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not f.endswith(_ENDINGS))
    return sorted(found)


def fingerprint(folder: Path) -> str:
    """Return the SHA-256 of seeds and builder; equal fingerprints build equal graphs.

    A file that cannot be read counts by name alone: no load of it can have succeeded.
    """
    total = hashlib.sha256()
    code = sorted(_CODE.rglob("*.py"))
    named = [(path.relative_to(folder).as_posix(), path) for path in seed_files(folder)]
    for name, path in (*named, *((path.name, path) for path in code)):
        try:
            content = path.read_bytes()
        except OSError:
            content = b""
        total.update(os.fsencode(name) + b"\0" + hashlib.sha256(content).digest())
    return total.hexdigest()
