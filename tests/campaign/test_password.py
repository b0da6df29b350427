"""Looks for the password of a server, while commands run on it and wherever they may have left it."""

from __future__ import annotations

import re
import subprocess
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.store import connect
from tests.campaign.desk import Desk
from tests.campaign.table import counted
from tests.campaign.zygote import Zygote
from tests.cli import corpus
from tests.cli.tools import KG
from tests.mcp.conftest import Desk as Assistant
from tests.mcp.conftest import text_of
from tests.servers import RELEASES, Address, Servers

pytestmark = [
    pytest.mark.slow, pytest.mark.campaign, pytest.mark.neo4j,
    pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="reads /proc"),
]  # fmt: skip
LONG = "UNWIND range(1, 1000000) AS n WITH n WHERE n % 7 = 3 RETURN count(n) AS n"
LOOKS = 10
"""How often one process is looked at: it becomes another program soon after it began, or never."""
DONE = (
    "load", "load --dry-run", "ask index", "ask index --format json", "show aa", "explain bb-denial", "roots",
    "find alpha", "export jsonl --output lines.jsonl", "export neo4j-admin bulk", "browser export browser",
    "view --output page.html", "ask index --output answer.html", "doctor", "doctor --format json", "shell",
)  # fmt: skip
"""What is done with a server."""
FAILED = ("ask nothing", "show nothing", "cypher CREATE()", "cypher nonsense", "load nothing.jsonl")
"""What goes wrong with one."""


class Watch(threading.Thread):
    """Looks at command lines and environments of all processes, again and again."""

    def __init__(self, secret: str) -> None:
        """Nothing is seen yet."""
        super().__init__(daemon=True)
        self.secret, self.done = secret.encode(), threading.Event()
        self.told: set[str] = set()
        self.holding: dict[int, str] = {}

    def run(self) -> None:
        """Look until it is done."""
        looked: Counter[str] = Counter()
        while not self.done.wait(0.02):
            for process in Path("/proc").glob("[0-9]*"):
                looked[process.name] += 1
                if looked[process.name] > LOOKS:  # it is what it is going to be
                    continue
                with suppress(OSError):
                    line = (process / "cmdline").read_bytes().replace(b"\0", b" ")
                    if self.secret in line:
                        self.told.add(line.decode(errors="replace"))
                    if self.secret in (process / "environ").read_bytes():
                        self.holding[int(process.name)] = line.decode(errors="replace")

    def __enter__(self) -> Watch:
        """Begin."""
        self.start()
        return self

    def __exit__(self, *error: object) -> None:
        """End."""
        self.done.set()
        self.join()


def found(secret: str, folder: Path) -> list[str]:
    """Return the files below a folder that hold a secret."""
    return [
        str(path) for path in folder.rglob("*") if path.is_file() and secret.encode() in path.read_bytes()
    ]


def logs() -> Iterator[Path]:
    """Yield the folder of logs of each server of ours on this machine."""
    listed = subprocess.run(["ps", "-ww", "-A", "-o", "command="], capture_output=True, text=True, check=True)
    for home in set(re.findall(r"CommunityEntryPoint.*--home-dir=(.+?) --", listed.stdout)):
        if (folder := Path(home, "logs")).is_dir():
            yield folder


def assistant_of(server: Address, seeds: Path) -> str:
    """Return what an assistant is told, of a server and of its failures."""
    env = {"KG_SEEDS": str(seeds), "NEO4J_URI": server.uri, "NEO4J_PASSWORD": server.password}
    with Assistant(env=env) as assistant:
        calls = [("cypher", {"statement": words}) for words in ("RETURN 1 AS one", "CREATE (:X)", "nonsense")]
        return "\n".join(text_of(result) for result in assistant.call(*calls))


def library_of(server: Address) -> str:
    """Return what the library shows of a store that is opened and of one that refuses."""
    shown = []
    for address in (server.uri, "bolt://127.0.0.1:1", f"bolt://neo4j:{server.password}@127.0.0.1:1"):
        try:
            with connect(address) as store:
                shown += [repr(store), str(store.name), repr(store.query("RETURN 1 AS one", {}))]
        except KgError as error:
            shown += [repr(error), str(error), repr(error.__cause__), repr(error.problems)]
    return "\n".join(shown)


def test_the_password_is_nowhere(
    servers: Servers, zygote: Zygote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = servers.address(RELEASES[0])
    seeds = corpus.write(tmp_path / "seeds")
    monkeypatch.setenv("NEO4J_PASSWORD", server.password)
    env = {"NEO4J_URI": server.uri, "NEO4J_PASSWORD": server.password, "KG_SEEDS": str(seeds)}
    desk = Desk(zygote, tmp_path / "desk", env)
    with (
        servers.store(RELEASES[0]) as store,
        counted("password") as (count, _),
        Watch(server.password) as watch,
    ):
        done = {words: desk.kg(*words.split()) for words in DONE}
        failed = {words: desk.kg(*words.split()) for words in FAILED}
        failed["no server"] = desk.kg("ask", "index", "--store", "bolt://127.0.0.1:1")
        for words in (("load",), ("cypher", LONG)):
            done[words[0]] = desk.kg(*words, "--store", "kg.grafeo", cold=True)
        said, told = assistant_of(server, seeds), library_of(server)
        assert {words: ended for words, ended in done.items() if ended.code} == {}
        assert {words: ended for words, ended in failed.items() if not ended.code} == {}
        started = [line for line in watch.holding.values() if " -m kg " not in line and str(KG) not in line]
        looks: dict[str, object] = {
            "command lines of all processes": watch.told,
            "environments of what commands start": [one for one in started if "--home-dir" not in one],
            "environment of the server": [one for one in started if "--home-dir" in one],
            "output of commands": done,
            "messages of commands that fail": failed,
            "the doctor's report": done["doctor --format json"],
            "the home, with histories and settings": found(server.password, desk.folder / "home"),
            "files for temporary": found(server.password, desk.folder / "tmp"),
            "pages and exports": found(server.password, desk.folder),
            "the graph": store.read(),
            "what an assistant is told": said,
            "what the library shows, its errors too": told,
            "logs of the server": [found(server.password, folder) for folder in logs()],
        }
        for where, look in looks.items():
            if server.password in repr(look) or (isinstance(look, list) and any(look)):
                count.bad("wrong", f"it is in {where}: {look!r:.200}")
            else:
                count.ok()
