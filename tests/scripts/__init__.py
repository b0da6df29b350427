"""What checks our pages and their scripts: fetched once by npm, kept elsewhere, never shipped."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
FILES = ("package.json", "package-lock.json", "eslint.config.mjs")
"""What a copy of the packages is made from; another text of one of these is another copy."""


def packages() -> Path:
    """Return a folder with `node_modules` as `package-lock.json` names them; npm fetches it once.

    Raises:
        OSError: npm is not installed.
        subprocess.SubprocessError: npm could not fetch them.
    """
    mark = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in FILES)).hexdigest()[:16]
    place = Path.home() / ".cache" / "kg" / f"npm-{mark}"
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        # Renamed when it is whole: another process may fetch, too.
        with tempfile.TemporaryDirectory(dir=place.parent) as scratch:
            made = Path(scratch) / "packages"
            made.mkdir()
            for name in FILES:
                shutil.copy(HERE / name, made)
            npm = ["npm", "ci", "--ignore-scripts", "--silent"]
            subprocess.run(npm, cwd=made, check=True, capture_output=True, timeout=300)
            if not place.exists():
                made.rename(place)
    return place
