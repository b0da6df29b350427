"""Neo4j Browser 5 as a person uses it: log in, drop files, run saved scripts, look at rows and pictures."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.waiting import still, until

from .chrome import Page

SECONDS = 60.0
"""How long anything may take; on a busy machine the page alone takes ten."""
HIDDEN = "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"
"""No name is looked up: the Browser's page would ask for fonts and for services that count visits."""

HOVERED = ".filedrop.has-file-hovering"
"""The window while a file hovers over it."""

SAME = 20
"""How often a picture is seen alike before it counts as drawn."""

EVERYTHING = "\ue009a\ue000"
"""Keys that select all: control and A."""


class Desk(Page):
    """A window of Neo4j Browser that a person is logged in to."""

    folder = ""
    """The folder of saved scripts that is looked through."""

    def until[Found](self, look: Callable[[], Found], what: str, seconds: float = SECONDS) -> Found:
        """Look again and again until something is found, and return it."""
        from selenium.common.exceptions import WebDriverException

        def looked() -> Found | None:
            try:
                return look()
            except WebDriverException:  # the page has drawn itself anew meanwhile
                return None

        shown = until(looked, seconds, what=what)
        assert shown is not None
        return shown

    def soon(self, look: Callable[[], object]) -> bool:
        """Say whether something is found within two seconds, trying again until then."""
        try:
            return bool(self.until(look, "", 2))
        except AssertionError:
            return False

    def all(self, css: str) -> list[Any]:
        return [
            element for element in self.driver.find_elements("css selector", css) if element.is_displayed()
        ]

    def one(self, css: str, seconds: float = SECONDS) -> Any:
        return self.until(lambda: next(iter(self.all(css)), None), css, seconds)

    def click(self, css: str) -> None:
        def clicked() -> bool:
            self.one(css).click()
            return True

        self.until(clicked, f"way to click {css}")

    def fill(self, css: str, text: str) -> None:
        """Type over what a field holds."""
        field = self.one(css)
        field.click()
        field.send_keys(EVERYTHING)
        field.send_keys(text)

    def point_at_and_click(self, css: str) -> None:
        """Click what shows only below the mouse."""
        from selenium.webdriver import ActionChains

        target = self.until(lambda: self.driver.find_elements("css selector", css), css)[0]
        self.js("arguments[0].scrollIntoView({block: 'center'})", target)
        ActionChains(self.driver).move_to_element(target).click(target).perform()

    def log_in(self, address: str, password: str) -> None:
        self.driver.get(address)
        name = self.one('input[data-testid="username"]')
        name.clear()
        name.send_keys("neo4j")
        self.one('input[data-testid="password"]').send_keys(password)
        self.click('button[data-testid="connect"]')
        self.greeted()

    def greeted(self) -> None:
        """Wait until the Browser is connected and has shown what it shows to everybody at first."""
        self.until(lambda: not self.all('[data-testid="disconnectedBanner"]'), "connection")
        self.until(
            lambda: any(":play start" in f.text for f in self.all('[data-testid="frameCommand"]')), "greeting"
        )

    def drop(self, path: Path) -> None:
        """Drag a file from outside over the window and let go: the Browser's own way to import."""
        data = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
        self.js(
            "window.seen = []; for (const e of ['dragover', 'drop']) addEventListener(e, () => seen.push(e),"
            " true);"
        )

        def drag(event: str) -> None:
            self.driver.execute_cdp_cmd(
                "Input.dispatchDragEvent", {"type": event, "x": 700, "y": 500, "data": data}
            )

        def heard(event: str) -> bool:
            return self.soon(lambda: self.js("return seen.includes(arguments[0])", event))

        def dropped() -> bool:
            """Try; a window that is slow to accept what hovers over it is asked again."""
            drag("dragEnter")
            drag("dragOver")
            if not heard("dragover"):
                drag("dragCancel")
                return False
            self.until(lambda: self.driver.find_elements("css selector", HOVERED), "window that takes a file")
            drag("drop")
            return heard("drop")

        self.until(dropped, f"way to drop {path.name}")
        self.until(
            lambda: not self.driver.find_elements("css selector", HOVERED),
            f"import of {path.name}",
        )

    def scripts(self) -> list[str]:
        """Return the names in the open folders of the list of saved scripts, without the Browser's own."""
        return [
            title.get_attribute("data-testid").removeprefix("scriptTitle-")
            for title in self.all('[data-testid^="scriptTitle-"]')
        ]

    def folders(self) -> list[str]:
        return [
            button.get_attribute("data-testid").removeprefix("expandFolder-")
            for button in self.all('[data-testid^="expandFolder-"]')
        ]

    def open_folder(self, name: str) -> None:
        self.folder = name
        self.click(f'[data-testid="expandFolder-{name}"]')

    def enter(self, text: str) -> None:
        """Write a text into the editor, in place of what is there, and run it."""
        field = self.driver.find_element("css selector", '[data-testid="activeEditor"] textarea')
        self.js("arguments[0].focus()", field)
        field.send_keys(EVERYTHING)
        self.driver.execute_cdp_cmd("Input.insertText", {"text": text})
        self.until(lambda: self.editor().startswith(text.split("\n")[0]), "text in the editor")
        self.click('[data-testid="editor-Run"]')

    def paste(self, text: str) -> None:
        """Paste a text into the empty editor, as from the clipboard, and run it."""
        field = self.driver.find_element("css selector", '[data-testid="activeEditor"] textarea')
        self.js(
            "const held = new DataTransfer(); held.setData('text/plain', arguments[1]); arguments[0].focus();"
            " arguments[0].dispatchEvent(new ClipboardEvent('paste', {clipboardData: held, bubbles: true}))",
            field,
            text,
        )
        self.until(self.editor, "text in the editor")
        self.click('[data-testid="editor-Run"]')

    def editor(self) -> str:
        """Return what the editor shows; long texts are shown in part."""
        lines = self.driver.find_elements("css selector", '[data-testid="activeEditor"] .view-line')
        lines.sort(key=lambda line: line.location["y"])
        return "\n".join(line.text.replace("\xa0", " ") for line in lines)

    def clear(self) -> None:
        """Take all frames off the page, also one that comes late."""

        def cleared() -> bool:
            if self.all('[data-testid="frame"]'):
                self.enter(":clear")
            return self.soon(lambda: not self.all('[data-testid="frame"]'))

        self.until(cleared, "empty page")

    def play(self, script: str, shows: str = '[data-testid="frame-loaded-contents"]') -> str:
        """Run a saved script by the arrow at its name, on an empty page.

        Args:
            script: how its name begins.
            shows: what its frame shows in the end; the result of a query unless said otherwise.

        Returns:
            What the frame says.
        """
        self.clear()
        item = self.until(lambda: self.listed(script), script)
        item.find_element("css selector", '[data-testid="savedScriptsButton-Run"]').click()
        self.one(f'{shows}, [data-testid="cypherFrameErrorMessage"]')
        return str(self.one('[data-testid="frameContents"]').text)

    def command(self, text: str) -> None:
        """Type a command of the Browser and wait until it has answered."""
        self.clear()
        self.enter(text)
        self.one('[data-testid="frame"] pre')

    def listed(self, script: str) -> Any:
        """Return the line of a saved script; the list may be out of sight, and its folder closed."""
        for item in self.all('[data-testid="savedScriptListItem"]'):
            if item.find_elements("css selector", f'[data-testid^="scriptTitle-{script}"]'):
                return item
        if not self.all('[data-testid="createNewFavorite"]'):
            self.click('[data-testid="navigationFavorites"]')
        self.open_folder(self.folder)
        self.soon(lambda: self.all('[data-testid="savedScriptListItem"]'))
        return None

    def rows(self) -> list[list[str]]:
        """Return the cells of the table, once all rows are there."""
        self.until(lambda: "records" in self.one('[data-testid="frameStatusbar"]').text, "result")
        rows = self.all('[data-testid="frame"] tr[role="row"]')[1:]
        return [[cell.text for cell in row.find_elements("css selector", '[role="cell"]')] for row in rows]

    def picture(self) -> Counter[str]:
        """Return what is drawn, once still: `fill border` of nodes, `line colour caption` of edges."""
        script = """
            const drawn = [];
            for (const node of document.querySelectorAll('[data-testid="frame"] g.node circle.b-outline'))
              drawn.push(node.getAttribute("fill") + " " + node.getAttribute("stroke"));
            for (const line of document.querySelectorAll('[data-testid="frame"] g.relationship'))
              drawn.push("line " + line.querySelector("path").getAttribute("fill") + " " + line.textContent);
            return drawn;
        """
        self.until(lambda: self.js(script), "picture")
        return Counter(still(lambda: self.js(script), SAME))

    def shoot(self, name: str, *, picture: bool = False) -> None:
        """Save the window as NAME.png when KG_SCREENSHOTS names a folder, such as docs/images.

        A picture fills the window.
        """
        if not (folder := os.environ.get("KG_SCREENSHOTS")):
            return
        if picture:
            for button in (
                '[title="Fullscreen"]',
                '[aria-label^="Collapse the node"]',
                '[aria-label="zoom-to-fit"]',
            ):
                self.click(f'[data-testid="frame"] {button}')
                still(self.driver.get_screenshot_as_base64)
        still(self.driver.get_screenshot_as_base64)
        self.driver.save_screenshot(str(Path(folder) / f"{name}.png"))
        if picture:
            self.click('[data-testid="frame"] [title="Close fullscreen"]')
