"""docs/notebook.ipynb: it runs, shows what it says it shows, and needs nothing but itself."""

from __future__ import annotations

import html
import json
import os
import re
from typing import Any

import pytest

from tests.cli.tools import ROOT
from tests.library.notebook import ran, written

FILE = ROOT / "docs" / "notebook.ipynb"


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith(("KG_SEEDS", "KG_SOURCES", "NEO4J_")):
            monkeypatch.delenv(name)


def stored() -> dict[str, Any]:
    """Return the notebook as it is in the repository."""
    notebook: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return notebook


def frame() -> str:
    """Return the page in the frame that the notebook shows."""
    (cell,) = [cell for cell in stored()["cells"] if cell["id"] == "network"]
    match = re.search(
        r'<iframe srcdoc="([^"]*)" sandbox="([^"]*)"', "".join(cell["outputs"][0]["data"]["text/html"])
    )
    assert match
    assert "allow-same-origin" not in match[2]
    return html.unescape(match[1])


def test_it_runs_and_its_outputs_are_those_stored() -> None:
    """KG_UPDATE_DOCS=1 stores the outputs anew."""
    now = written(ran(stored()))
    if os.environ.get("KG_UPDATE_DOCS"):
        FILE.write_text(now, encoding="utf-8")
    assert FILE.read_text(encoding="utf-8") == now, (
        "run the tests with KG_UPDATE_DOCS=1 and look at what changed"
    )


def test_every_cell_but_the_first_shows_something() -> None:
    code = [cell for cell in stored()["cells"] if cell["cell_type"] == "code"]
    assert [cell["id"] for cell in code if not cell["outputs"]] == ["open"]
    assert all(output["output_type"] == "execute_result" for cell in code for output in cell["outputs"])


def test_the_network_asks_nothing_of_the_network() -> None:
    page = frame()
    assert "default-src 'none'" in html.unescape(page)
    assert not re.search(r"<(script|link|img|iframe)[^>]+(src|href)=[\"']?(https?:)?//", page)


def test_it_names_no_machine_and_no_moment() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert not re.search(r"(?<![\w.])/(home|root|work|tmp|Users)/", text)
    assert not re.search(r" at 0x[0-9a-f]{6,}", text)
