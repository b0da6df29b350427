"""What the tests of our page stand on: the corpus drawn five ways, pages opened at a state, and axe-core."""

from __future__ import annotations

import base64
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from kg import paths
from kg.load.seeds import plan_seeds
from kg.picture.contents import Seen, draw_graph, draw_preset, each_day, see
from kg.picture.drawing import Drawing
from kg.questions import library
from kg.store import Store, connect
from tests.scripts import packages

from .chrome import Page, missing

DISPATCH = "kp-troops-dispatch-2024"
CHAIN, FIGURES, FLOW, NETWORK, EVENT, MAP = range(6)
READY = (
    "const done = arguments[0], since = performance.now(); (function look() { if (window.kgPage &&"
    " performance.getEntriesByName('kg:ready').length) kgPage.settled().then(() => done(true)); else if"
    " (performance.now() - since > 20000) done(false); else setTimeout(look, 15); })()"
)


class Corpus(NamedTuple):
    """The corpus in a store, read, and drawn: chain, figures, flow, network, one event as network, map."""

    store: Store
    seen: Seen
    drawings: list[Drawing]
    by_day: list[dict[date, Drawing]]


def drawn_as_known(store: Store, seen: Seen) -> list[Drawing]:
    """Return the drawings, all claims on one event as a network, and a map, as known on the day of `seen`."""
    day = {"as_of": str(seen.as_of)} if seen.as_of else {}
    return [
        draw_preset(library.question("who-sourced"), store, seen, day),
        draw_preset(library.question("timeline"), store, seen, {"event": DISPATCH, **day}, "figures"),
        draw_preset(library.question("ledger"), store, seen, day),
        draw_graph(seen),
        draw_preset(library.question("timeline"), store, seen, {"event": DISPATCH, **day}, "network"),
        draw_preset(library.question("what-happened"), store, seen, day, "map"),
    ]


@contextmanager
def corpus() -> Iterator[Corpus]:
    """Load the corpus into memory and draw it; the flow also as known on each day of publication."""
    store = connect("memory")
    try:
        plan_seeds(paths.seeds(), store).run()
        seen = see(store)
        by_day = each_day(
            seen,
            [
                None,
                None,
                lambda then: draw_preset(library.question("ledger"), store, then, {"as_of": str(then.as_of)}),
            ],
        )
        yield Corpus(store, seen, drawn_as_known(store, seen), by_day)
    finally:
        store.close()


class View:
    """A page of ours in the browser, opened at any state of its address."""

    def __init__(self, page: Page, path: Path) -> None:
        self.page, self.path, self.driver = page, path, page.driver

    def at(self, state: str = "") -> View:
        """Open the page anew at a state, in an empty log and a history of its own, and wait until it rests.

        Chromium keeps 50 steps of a tab, and drops first those that a script made without a reader's touch.
        """
        self.driver.get("about:blank")
        self.driver.execute_cdp_cmd("Page.resetNavigationHistory", {})
        self.driver.get_log("performance")
        self.driver.get_log("browser")
        self.driver.get(self.path.as_uri() + (f"#{state}" if state else ""))
        assert self.driver.execute_async_script(READY), self.page.complaints()
        return self

    def js(self, script: str, *arguments: Any) -> Any:
        return self.page.js(script, *arguments)

    def rest(self) -> None:
        self.driver.execute_async_script(
            "const done = arguments[0]; setTimeout(() => kgPage.settled().then(() => done()), 30)"
        )

    def clean(self) -> None:
        """Assert that nothing was asked of any network and nothing complained."""
        assert [url for url in self.page.requests() if not url.startswith(("blob:", "data:"))] == [
            self.driver.current_url.partition("#")[0]
        ]
        assert self.page.complaints() == []
        assert self.js("return window.ran") == []

    def card(self) -> str:
        return self.page.text("card")

    def click(self, css: str) -> None:
        self.js("document.querySelector(arguments[0]).click()", css)

    def click_at(self, node: str) -> None:
        """Click with the mouse on a shape."""
        self._to(node).click().perform()

    def hover(self, node: str) -> None:
        self._to(node).perform()

    def _to(self, node: str) -> Any:
        from selenium.webdriver.common.action_chains import ActionChains

        x, y = self.js(
            "const b = document.getElementById('canvas').getBoundingClientRect(), a ="
            " kgPage.at(arguments[0]); return [a[0] - b.width / 2, a[1] - b.height / 2];",
            node,
        )
        return ActionChains(self.driver).move_to_element_with_offset(
            self.driver.find_element("id", "canvas"), round(x), round(y)
        )

    def keys(self, *keys: str, held: bool = False) -> None:
        """Press keys one after the other; `held` keeps the first one down."""
        from selenium.webdriver.common.action_chains import ActionChains

        chain = ActionChains(self.driver)
        (
            chain.key_down(keys[0]).send_keys(*keys[1:]).key_up(keys[0]) if held else chain.send_keys(*keys)
        ).perform()

    def claims(self) -> list[str]:
        """Ids of the claims in the table that filters and day leave."""
        return list(
            self.js("return kgPage.tableRows('claims').filter((row) => row.on).map((row) => row.cells.claim)")
        )

    def shapes(self) -> set[str]:
        return set(self.js("const s = kgPage.app.scene; return s.id.filter((id, i) => s.on[i])"))

    def state(self) -> str:
        return str(self.js("kgPage.write(); return location.hash.slice(1)"))

    def picture(self, scale: float = 0.2) -> bytes:
        """Take a small screenshot as PNG."""
        box = self.js("return [innerWidth, innerHeight]")
        clip = {"x": 0, "y": 0, "width": box[0], "height": box[1], "scale": scale}
        return base64.b64decode(
            self.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png", "clip": clip})["data"]
        )


def axe() -> str:
    """Return axe-core's script, which npm fetches.

    It is MPL-2.0: used here to test, never shipped.
    """
    try:
        return (packages() / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
    except (OSError, subprocess.SubprocessError):
        missing("axe-core, which npm fetches,")
