"""The picture in the frame of a notebook, in a real browser without a network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.library.test_notebook import stored
from tests.waiting import until

from .chrome import Page

pytestmark = pytest.mark.browser


def test_the_network_is_drawn_inside_the_frame(open_page: Callable[[Path], Page], tmp_path: Path) -> None:
    (cell,) = [cell for cell in stored()["cells"] if cell["id"] == "network"]
    page = tmp_path / "notebook.html"
    page.write_text(
        f"<!doctype html><meta charset=utf-8><div>{''.join(cell['outputs'][0]['data']['text/html'])}</div>",
        encoding="utf-8",
    )
    shown = open_page(page)
    shown.driver.switch_to.frame(0)
    until(
        lambda: (
            shown.js(
                "const c = document.getElementById('still'); if (!c?.width) return 0; const d ="
                " c.getContext('2d').getImageData(0, 0, c.width, c.height).data, seen = new Set(); for (let"
                " i = 0; i < d.length; i += 4) if (d[i + 3]) seen.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]);"
                " return seen.size;"
            )
            > 5
        )
    )
    assert "Who sourced the claims on a topic" in str(shown.js("return document.body.textContent"))
    shown.driver.switch_to.default_content()
    assert [
        url for url in shown.requests() if not url.startswith(("file:", "about:", "data:", "blob:"))
    ] == []
