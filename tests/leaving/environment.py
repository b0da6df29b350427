"""The environment of the programs of others that read what we wrote: made once for a lock, kept elsewhere.

`python tests/leaving/environment.py` makes it where it is missing; every checkout with the same lock uses it.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

LOCK = Path(__file__).parents[2] / "requirements-peers.lock"


def python() -> Path:
    """Return where the Python of that environment is, or will be."""
    mark = hashlib.sha256(LOCK.read_bytes()).hexdigest()[:16]
    version = "{}.{}".format(*sys.version_info)
    return Path.home() / ".cache" / "kg" / f"peers-{version}-{mark}" / "bin" / "python"


def make() -> None:
    """Make it unless it is there."""
    place = python().parents[1]
    if python().exists():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    # Renamed when it is whole: another process may make it, too.
    with tempfile.TemporaryDirectory(dir=place.parent) as scratch:
        made = Path(scratch) / "made"
        venv.create(made, with_pip=True, symlinks=True)
        # Most of what is installed is never imported: it is compiled when it is.
        options = ("-q", "--disable-pip-version-check", "--require-hashes", "--no-compile")
        subprocess.run([made / "bin" / "python", "-m", "pip", "install", *options, "-r", LOCK], check=True)
        if not place.exists():
            made.rename(place)


if __name__ == "__main__":
    make()
