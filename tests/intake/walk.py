"""A page that is walked: its YAML blocks are written, its commands run, their outputs put below them."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.tools import run

_BLOCK = re.compile(r"^```(yaml|console)\n(.*?)^```$", re.M | re.S)
_VERSION = re.compile(r"(?<=[a-z]) \d+(?:\.\d+)+(?=[,)\n]|$)", re.M)
"""Of a tool that read a file; another one prints the same but for itself."""
EDITOR = """\
import pathlib, sys, yaml
claim, changed = (yaml.safe_load(pathlib.Path(file).read_text("utf-8")) for file in sys.argv[:0:-1])
claim = {name: value for name, value in (claim | changed).items() if value is not None}
pathlib.Path(sys.argv[2]).write_text(yaml.safe_dump(claim, sort_keys=False, allow_unicode=True), "utf-8")
"""


def walked(text: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return a page with the outputs of its commands as they are, run from the current folder on.

    A block of YAML is added to the file that its first line names; `# draft N` keeps it for the editor
    of `kg draft edit N`, which changes these fields of the claim.
    """
    aside = Path("walk").resolve()
    aside.mkdir()
    (aside / "editor.py").write_text(EDITOR, "utf-8")

    def block(found: re.Match[str]) -> str:
        language, body = found.groups()
        if language == "yaml":
            _write(body, aside)
            return found[0]
        lines = [line for line in body.splitlines() if line.startswith("$ ")]
        shown = "".join(_shown(line, aside, monkeypatch) for line in lines)
        return f"```console\n{shown.rstrip()}\n```"

    return _BLOCK.sub(block, text)


def _write(body: str, aside: Path) -> None:
    first, _, rest = body.partition("\n")
    target = first.removeprefix("# ")
    assert target != first, body
    file = aside / f"{target}.yaml" if target.startswith("draft ") else Path(target)
    with file.open("a", encoding="utf-8") as stream:
        stream.write(rest)
    yaml.safe_load(file.read_text("utf-8"))


def _shown(line: str, aside: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    words = shlex.split(line.removeprefix("$ "))
    if words[0] == "cd":
        monkeypatch.chdir(words[1])
        return f"{line}\n"
    assert words[0] == "kg", line
    change = aside / f"draft {words[-1]}.yaml"
    monkeypatch.setenv("EDITOR", shlex.join([sys.executable, str(aside / "editor.py"), str(change)]))
    ran = run(*words[1:], tty=True, both=True)
    code = f"(exit code {ran.code})\n" if ran.code else ""
    return f"{line}\n{ran.out}{code}\n".replace("\r\n", "\n")


def without_versions(text: str) -> str:
    """Return a page without the versions of the tools that read the files."""
    return _VERSION.sub(" ...", text)
