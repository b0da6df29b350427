"""A real Chromium without a network, and pages opened in it from the disk."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--window-size=1400,900",
)


def missing(what: str) -> NoReturn:
    """Skip where somebody works without a browser; fail where nobody would notice."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing; browser tests must run here", pytrace=False)
    pytest.skip(f"{what} is missing")


@dataclass
class Page:
    """A page that is open, and what it asked for and complained about."""

    driver: Any

    def js(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def text(self, element: str) -> str:
        return str(self.js("return document.getElementById(arguments[0]).textContent", element))

    def complaints(self) -> list[str]:
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        entries = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [e["params"]["request"]["url"] for e in entries if e["method"] == "Network.requestWillBeSent"]

    def size(self, width: int, height: int) -> None:
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def theme(self, name: str) -> None:
        feature = {"name": "prefers-color-scheme", "value": name}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})


@contextmanager
def chromium(profile: Path, *more: str) -> Iterator[Any]:
    """Start a browser with a fresh profile and end it again.

    An argument in `more` wins over the same one in `ARGUMENTS`.
    """
    browser = next(filter(None, map(shutil.which, BROWSERS)), None) or missing("Chromium")
    chromedriver = shutil.which("chromedriver") or missing("chromedriver")
    try:
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service
    except ImportError:
        missing("selenium")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for argument in (*ARGUMENTS, f"--user-data-dir={profile}", *more):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    # The driver names the run's folder, so that tests/guard.py knows it, too, should the run be killed.
    log = f"--log-path={profile / 'chromedriver.log'}"
    chrome = webdriver.Chrome(
        options, Service(chromedriver, service_args=[log], log_output=subprocess.DEVNULL)
    )
    try:
        chrome.set_script_timeout(60)
        yield chrome
    finally:
        chrome.quit()
