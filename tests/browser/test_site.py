"""The site in a real browser.

From the disk and from a server below a base path, without any other request.
"""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from kg.site.write import publish
from tests.campaign.table import counted
from tests.site import hostile
from tests.site.conftest import site_of

from .chrome import Page, chromium
from .page_desk import axe

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]
KINDS = (
    "index.html",
    "events.html",
    "actors.html",
    "documents.html",
    "questions.html",
    "changes.html",
    "about.html",
    "downloads.html",
    "search.html",
    "event/kp-troops-dispatch-2024.html",
    "actor/kp.html",
    "actor/us-government.html",
    "weapon/kn-23.html",
    "document/dw-2024-01-05.html",
    "preset/who-sourced.html",
    "place/place-ua.html",
    "topic/troop-numbers.html",
)
"""One page of each kind."""
VIEWERS = ("explore.html", "event/kp-troops-dispatch-2024/view.html", "preset/ledger/view.html")


class Desk(NamedTuple):
    """A browser, and the addresses under which the same site stands."""

    page: Page
    disk: str
    server: str

    def go(self, address: str) -> None:
        self.page.driver.get("about:blank")
        self.page.driver.get_log("performance")
        self.page.driver.get_log("browser")
        self.page.driver.get(address)

    def quiet(self, *allowed: str) -> None:
        """Assert that nothing complained, and that every request went to the site itself."""
        assert self.page.complaints() == []
        assert [
            url
            for url in self.page.requests()
            if not url.startswith((self.disk, self.server, "data:", "blob:", "about:"))
        ] == []

    def js(self, script: str, *arguments: Any) -> Any:
        return self.page.js(script, *arguments)

    def hits(self, asked: str) -> list[str]:
        """Search, and return the addresses found, the best first."""
        self.js(
            "const q = document.getElementById('q'); q.value = arguments[0]; q.dispatchEvent(new"
            " Event('input'))",
            asked,
        )
        return [
            str(a)
            for a in self.js(
                "return [...document.querySelectorAll('#hits a')].map((a) => a.getAttribute('href'))"
            )
        ]

    def wait(self, condition: str) -> None:
        script = (
            f"const done = arguments[0], since = performance.now(); (function look() {{ if ({condition})"
            " done(true); else if (performance.now() - since > 15000) done(false); else setTimeout(look,"
            " 15); })()"
        )
        assert self.page.driver.execute_async_script(script), self.page.complaints()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site") / "a b" / "waffen"
    publish(root, site_of("first").site)
    return root


@pytest.fixture(scope="module")
def desk(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    handler = functools.partial(Quiet, directory=str(folder.parent.parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        with chromium(
            tmp_path_factory.mktemp("site-profile"),
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
        ) as driver:
            driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": "window.ran = [];"})
            page = Page(driver)
            page.size(1280, 900)
            yield Desk(page, folder.as_uri() + "/", f"http://127.0.0.1:{server.server_port}/a%20b/waffen/")
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("where", ["disk", "server"])
@pytest.mark.parametrize("path", [*KINDS, *VIEWERS])
def test_each_kind_of_page_asks_only_for_its_own_files_and_complains_of_nothing(
    desk: Desk, path: str, where: str
) -> None:
    desk.go(getattr(desk, where) + path)
    if path in VIEWERS:
        desk.wait("window.kgPage && performance.getEntriesByName('kg:ready').length")
        assert desk.js("return document.querySelector('a.home').href").startswith(getattr(desk, where))
    desk.js("for (const one of document.images) one.loading = 'eager'")
    desk.wait("[...document.images].every((one) => one.complete)")
    assert (
        desk.js("return [...document.images].filter((one) => !one.naturalWidth).map((one) => one.src)") == []
    )
    assert desk.js("return getComputedStyle(document.body).backgroundColor") in (
        "rgb(246, 246, 243)",
        "rgb(13, 16, 19)",
    ), "the style is there"
    desk.quiet()


@pytest.mark.parametrize("where", ["disk", "server"])
def test_search_from_any_page_leads_to_what_was_asked_for(desk: Desk, where: str) -> None:
    base = getattr(desk, where)
    desk.go(base + "event/kp-troops-dispatch-2024.html")
    box = desk.page.driver.find_element("id", "q")
    box.send_keys("Kirbi")
    box.submit()
    desk.wait("document.documentElement.dataset.search === 'ready'")
    assert desk.page.driver.current_url.startswith(base + "search.html")
    first = desk.js("return document.querySelector('#hits a').textContent")
    assert first == "John Kirby"
    desk.page.driver.find_element("css selector", "#hits a").click()
    desk.wait("document.querySelector('h1')?.textContent === 'John Kirby'")
    desk.quiet()


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("North Korea", "actor/kp.html"),
        ("nordkorea", "actor/kp.html"),
        ("Pjöngjang", "actor/kp.html"),
        ("PJOENGJANG", "actor/kp.html"),
        ("КНДР", "actor/kp.html"),
        ("Putin", "actor/putin.html"),
        ("Путин", "actor/putin.html"),
        ("Pution", "actor/putin.html"),
        ("Зеленский", "actor/zelensky.html"),
        ("Kirby", "actor/kirby.html"),
        ("Кирби", "actor/kirby.html"),
        ("kn23", "weapon/kn-23.html"),
        ("KN-23", "weapon/kn-23.html"),
        ("kp-troops-dispatch-2024", "event/kp-troops-dispatch-2024.html"),
        ("wer steckt dahinter", "preset/who-sourced.html"),
        ("Quelle der Behauptung", "preset/who-sourced.html"),
        ("who sourced the claims", "preset/who-sourced.html"),
        ("troop numbers", "topic/troop-numbers.html"),
    ],
)
def test_search_bears_typos_umlauts_other_scripts_and_ids(desk: Desk, asked: str, expected: str) -> None:
    if "search.html" not in desk.page.driver.current_url:
        desk.go(desk.disk + "search.html")
        desk.wait("document.documentElement.dataset.search === 'ready'")
    assert expected in desk.hits(asked)[:3]


def test_search_finds_a_claim_and_says_when_nothing_fits(desk: Desk) -> None:
    desk.go(desk.disk + "search.html")
    desk.wait("document.documentElement.dataset.search === 'ready'")
    assert any("#" in address for address in desk.hits("serious threat to the security"))
    assert desk.hits("qqqqzzzz") == []
    assert "Nothing found for “qqqqzzzz”" in desk.page.text("how")
    assert not desk.js("return document.getElementById('all').hidden"), "the list of everything comes back"


def test_search_by_keyboard_alone(desk: Desk) -> None:
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    desk.go(desk.disk + "search.html")
    desk.wait("document.documentElement.dataset.search === 'ready'")
    desk.js("document.activeElement.blur()")
    ActionChains(desk.page.driver).send_keys("/", "Zelenskij", Keys.ARROW_DOWN).perform()
    assert desk.js("return document.activeElement === document.querySelector('#hits a')")
    ActionChains(desk.page.driver).send_keys(Keys.ARROW_UP).perform()
    assert desk.js("return document.activeElement.id") == "q"
    ActionChains(desk.page.driver).send_keys(Keys.ENTER).perform()
    assert desk.js("return document.activeElement === document.querySelector('#hits a')")
    ActionChains(desk.page.driver).send_keys(Keys.ENTER).perform()
    desk.wait("document.querySelector('h1')?.textContent.includes('Zelensky')")


@pytest.mark.parametrize("theme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
@pytest.mark.parametrize("path", KINDS)
def test_axe_finds_nothing(desk: Desk, path: str, theme: str) -> None:
    source = axe()
    desk.page.theme(theme)
    desk.page.driver.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
    try:
        desk.go(desk.disk + path)
        desk.js(source)
        violations = desk.page.driver.execute_async_script(
            "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then((r) =>"
            " done(r.violations.map((v) => [v.id, v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160))])))"
        )
    finally:
        desk.page.driver.execute_cdp_cmd("Page.setBypassCSP", {"enabled": False})
        desk.page.theme("light")
    assert violations == []


@pytest.mark.parametrize("path", KINDS)
def test_nothing_is_wider_than_a_phone(desk: Desk, path: str) -> None:
    desk.page.size(360, 740)
    try:
        desk.go(desk.disk + path)
        assert desk.js("return document.documentElement.scrollWidth") <= 360
    finally:
        desk.page.size(1280, 900)


def test_everything_is_there_without_scripts(desk: Desk) -> None:
    desk.page.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        desk.go(desk.disk + "search.html")
        links = desk.page.driver.find_elements("css selector", "#all a")
        assert len(links) > 250
        assert all(link.is_displayed() for link in links[:20])
        links[0].click()
        assert desk.page.driver.find_element("css selector", "h1").text
    finally:
        desk.page.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_a_claim_opens_by_its_address_and_on_paper(desk: Desk) -> None:
    claim = "kr-office-troops-sent-2024-10-18"
    desk.go(f"{desk.disk}event/kp-troops-dispatch-2024.html#{claim}")
    opened = "return [...document.querySelectorAll('details.claim[open]')].map((d) => d.children[1].id)"
    assert desk.js(opened) == [claim]
    place = desk.js(
        "return document.querySelector('details.claim[open] > summary').getBoundingClientRect().top"
    )
    assert 0 <= place < 900, "its head is in sight"
    desk.page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    heights = desk.js(
        "return [...document.querySelectorAll('.claim > .full')].map((one) => one.offsetHeight)"
    )
    desk.page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert len(heights) > 5
    assert min(heights) > 40, "what is folded on the screen is read on paper"


@pytest.mark.slow
@pytest.mark.campaign
def test_no_payload_runs(desk: Desk, tmp_path: Path) -> None:
    with counted("site") as (count, _):
        count.ok(times=_nothing_ran(desk, tmp_path))


def _nothing_ran(desk: Desk, tmp_path: Path) -> int:
    """Open pages of every kind and search, and return how many fields with payloads they show."""
    site = site_of("hostile")
    publish(tmp_path, site.site)
    own = Desk(desk.page, tmp_path.as_uri() + "/", desk.server)
    pages = [p for p in site.pages if p.startswith(("event/", "document/", "weapon/")) or "/" not in p]
    for path in pages:
        own.go(own.disk + path)
        assert own.js("return window.ran") == [], path
        own.quiet()
    own.go(own.disk + "search.html")
    own.wait("document.documentElement.dataset.search === 'ready'")
    for payload in (
        "<script>",
        "onerror",
        "javascript:",
        "__proto__",
        "constructor",
        "%3Cscript",
        "\u202e",
        "🚀",
        "{title} {n}",
        "w" * 200,
    ):
        own.hits(payload)
        assert own.js("return window.ran") == []
        assert own.js("return document.querySelectorAll('#hits script, #hits img, #hits svg').length") == 0
    own.quiet()
    return hostile.injected(pages)
