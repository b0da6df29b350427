"""Running a notebook with IPython alone: its cells one after the other, and what each shows.

`python -m tests.library.notebook docs/notebook.ipynb` writes the outputs into the file.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

KINDS = ("text/html", "text/plain")
"""What of a value a notebook keeps."""


def ran(notebook: dict[str, Any]) -> dict[str, Any]:
    """Return the notebook with the outputs of its cells as they are when run now.

    An error in a cell is raised.
    """
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance(colors="nocolor")
    cells = []
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            cells.append(cell)
            continue
        number = shell.execution_count
        with capture_output() as shown:
            done = shell.run_cell("".join(cell["source"]), store_history=True)
        done.raise_error()
        outputs: list[dict[str, Any]] = []
        printed = shown.stdout if done.result is None else ""
        if printed:
            outputs.append({"output_type": "stream", "name": "stdout", "text": lines(printed)})
        if done.result is not None:
            found, _ = shell.display_formatter.format(done.result, include=KINDS)
            data = {kind: lines(text) for kind, text in sorted(found.items())}
            outputs.append(
                {"output_type": "execute_result", "execution_count": number, "data": data, "metadata": {}}
            )
        cells.append({**cell, "execution_count": number, "outputs": outputs})
    InteractiveShell.clear_instance()
    return {**notebook, "cells": cells}


def lines(text: str) -> list[str]:
    """Return a text as notebooks keep it: a list of lines with their ends."""
    return text.splitlines(keepends=True)


def written(notebook: dict[str, Any]) -> str:
    """Return the notebook as the text of its file."""
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    file = Path(sys.argv[1])
    file.write_text(written(ran(json.loads(file.read_text(encoding="utf-8")))), encoding="utf-8")
