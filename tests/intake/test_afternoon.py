"""docs/afternoon.md, walked as it is printed; KG_UPDATE_DOCS=1 writes its outputs anew."""

from __future__ import annotations

import os
import shutil
import webbrowser
from pathlib import Path

import pytest

from tests.cli.tools import ROOT
from tests.intake.walk import walked, without_versions

PAGE = ROOT / "docs" / "afternoon.md"
RENEW = bool(os.environ.get("KG_UPDATE_DOCS"))  # read before the desk is cleared of our variables


@pytest.mark.slow
def test_the_afternoon_is_as_it_is_printed(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def opens(address: str, *_: object) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", opens)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    shutil.copytree(ROOT / "docs" / "example" / "afternoon", desk, dirs_exist_ok=True)
    text = PAGE.read_text(encoding="utf-8")
    wanted = walked(text, monkeypatch)
    if RENEW and without_versions(text) != without_versions(wanted):
        PAGE.write_text(wanted, encoding="utf-8", newline="\n")
    assert without_versions(PAGE.read_text(encoding="utf-8")) == without_versions(wanted), (
        "run the test with KG_UPDATE_DOCS=1 and look at what changed"
    )
    assert str(desk) not in wanted
    assert len(opened) == 1
