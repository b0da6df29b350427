"""One browser for all tests, and our page with the whole corpus, made once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.language.title import Title
from kg.picture.out.page import render

from .chrome import Page, chromium
from .page_desk import Corpus, View, corpus

WATCH = "window.ran = []; window.alert = window.confirm = window.prompt = (x) => window.ran.push(String(x));"


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with chromium(tmp_path_factory.mktemp("profile")) as chrome:
        offline = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
        chrome.execute_cdp_cmd("Network.enable", {})
        chrome.execute_cdp_cmd("Network.emulateNetworkConditions", offline)
        chrome.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
        yield chrome


@pytest.fixture
def open_page(driver: Any) -> Callable[[Path], Page]:
    """Open a file in a light window of 1400 by 900 with empty logs."""

    def open_(path: Path) -> Page:
        page = Page(driver)
        page.size(1400, 900)
        page.theme("light")
        driver.get("about:blank")
        driver.get_log("performance")
        driver.get_log("browser")
        driver.get(path.as_uri())
        return page

    return open_


@pytest.fixture(scope="session")
def drawn() -> Iterator[Corpus]:
    """The corpus, drawn; nothing in it may be changed."""
    with corpus() as made:
        yield made


@pytest.fixture(scope="session")
def built(drawn: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our page of it, on the disk; it may not be changed either."""
    path = tmp_path_factory.mktemp("page") / "view.html"
    text = render(
        drawn.drawings,
        title=Title("Who says who armed whom?", {"de": "Wer sagt, wer wen bewaffnet?"}),
        context=drawn.seen.graph,
        world=drawn.seen.world,
        by_day=drawn.by_day,
    )
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def view(driver: Any, built: Path) -> View:
    """The page in a light window of 1400 by 900, not opened yet."""
    page = Page(driver)
    page.size(1400, 900)
    page.theme("light")
    return View(page, built)
