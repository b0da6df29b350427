"""Check the scripts of our pages: types with tsc, each part where it stands; rules with ESLint, each whole.

`python -m tests.scripts` ends with 1 when something is wrong. Without npm it says so and ends with 0, on CI
with 1.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from kg.picture.out.page.assets import SCRIPTS
from tests.scripts import HERE, packages

ROOT = HERE.parents[1]
PAGE = ROOT / "kg" / "picture" / "out" / "page" / "js"
WHOLE = {
    "page": [PAGE / f"{part}.js" for part in SCRIPTS],
    "open": [PAGE.parent / "open.js"],
    "search": [PAGE / "fold.js", PAGE / "unpack.js", ROOT / "kg" / "site" / "search.js"],
    "still": [ROOT / "kg" / "picture" / "out" / "pyvis" / "still.js"],
}
"""The parts of each script in order; `tsconfig.NAME.json` names the same ones."""


def ran(tool: Path, *arguments: str | Path, text: str = "") -> str:
    """Return what a tool that runs on node says."""
    command = ["node", tool, *arguments]
    told = subprocess.run(command, cwd=ROOT, input=text, capture_output=True, text=True, check=False)
    return told.stdout or told.stderr


def types(modules: Path) -> Iterator[str]:
    """Yield what tsc says of each script."""
    for name in WHOLE:
        yield from ran(
            modules / "typescript/bin/tsc", "--project", HERE / f"tsconfig.{name}.json"
        ).splitlines()


def rules(modules: Path) -> Iterator[str]:
    """Yield what ESLint says of each script, its parts in one function as in a page, at the part's line."""
    options = (
        "--config",
        modules.parent / "eslint.config.mjs",
        "--format",
        "json",
        "--stdin",
        "--stdin-filename",
    )
    for name, parts in WHOLE.items():
        texts = {part: part.read_text("utf-8").splitlines() for part in parts}
        places = [(part, number) for part, lines in texts.items() for number in range(1, len(lines) + 1)]
        joined = ['(() => { "use strict";', *(line for lines in texts.values() for line in lines), "})();\n"]
        told = ran(modules / "eslint/bin/eslint.js", *options, f"{name}.js", text="\n".join(joined))
        for message in json.loads(told)[0]["messages"]:
            part, number = places[min(max(message["line"] - 2, 0), len(places) - 1)]
            place = f"{part.relative_to(ROOT)}:{number}:{message['column']}"
            yield f"{place}: {message['message']} ({message['ruleId']})"


def main() -> int:
    """Tell what is wrong; return the exit code."""
    try:
        modules = packages() / "node_modules"
    except (OSError, subprocess.SubprocessError) as error:
        sys.stderr.write(
            f"the scripts of the pages are not checked: npm could not fetch what checks them ({error})\n"
        )
        return 1 if os.environ.get("CI") else 0
    wrong = [*types(modules), *rules(modules)]
    sys.stdout.write("".join(f"{line}\n" for line in wrong or ["Scripts: all right"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
