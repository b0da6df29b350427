"""Every command that writes, on a disk that becomes full while it works: nothing half-written."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.campaign.desk import Desk
from tests.campaign.disk import BALLAST, PAGE, Disk, mounted
from tests.campaign.table import Count, counted
from tests.campaign.zygote import Ended, Zygote
from tests.cli import corpus

pytestmark = [pytest.mark.slow, pytest.mark.campaign]
SHARES = (0.0, 0.3, 0.6, 0.9)
"""How much of the room that a command needs is there; for half of them something stands there already."""

AGAIN = 0.6
"""After a try with this much room it is done again where there is room."""


class Writer(NamedTuple):
    """A command.

    Attributes:
        words: `{}` is the disk.
        given: what lies on the disk before.
        prints: it answers, and can do so without writing.
    """

    words: str
    given: tuple[str, ...] = ()
    prints: bool = False


WRITERS = [
    Writer("view --output {}/x.html"),
    Writer("view --output {}/x.svg"),
    Writer("view --output {}/x.png"),
    Writer("view --output {}/x.pdf"),
    Writer("view --output {}/x.json"),
    Writer("view who-sourced --param topic=arms --format pyvis --output {}/x.html"),
    Writer("ask index --output {}/x.csv"),
    Writer("ask index --output {}/x.md"),
    Writer("ask index --output {}/x.html"),
    Writer("ask index --output {}/x.json"),
    Writer("roots --output {}/x.csv"),
    Writer("export jsonl --output {}/x.jsonl"),
    Writer("export neo4j-admin {}/x"),
    Writer("export parquet {}/x"),
    Writer("export schemas {}/x"),
    Writer("browser export {}/x"),
    Writer("coverage --html {}/x.html"),
    Writer("demo --output {}/x.html"),
    Writer("site {}/x"),
    Writer("add new.txt --outlet post --published 2026-02-06 --seeds {}/seeds", ("seeds",)),
    Writer("load --store {}/x.grafeo"),
    Writer("load lines.jsonl --store {}/x.grafeo"),
    Writer("load --store {}/x.grafeo", ("x.grafeo",)),
    Writer("load lines.jsonl --store {}/x.grafeo", ("x.grafeo",)),
    Writer("load --seeds {}/seeds", ("seeds",)),
    Writer("export jsonl --seeds {}/seeds", ("seeds",), prints=True),
]
STORES = (Path("x.grafeo"), Path("build", "kg.grafeo"))
SITE_PLAN = "x/kg-site.json"
"""Lists the files of the last run and of this one before the first is written."""


def test_a_full_disk_costs_nothing_that_was_there(zygote: Zygote, tmp_path: Path) -> None:
    with mounted(tmp_path / "disk") as disk, counted("disk") as (count, _):
        desk = Desk(zygote, tmp_path / "desk", {"KG_SEEDS": "seeds"})
        facts = corpus.facts()
        corpus.write(desk.folder / "seeds", facts)
        graphs = {desk.export("load", store="x.grafeo"): "old"}
        facts["names.yaml"]["states"] += [{"id": f"cc-{n}", "name": "Gammaland"} for n in range(400)]
        corpus.write(desk.folder / "seeds", facts)
        graphs[desk.export("load")] = "new"
        (desk.folder / "lines.jsonl").write_text([*graphs][1], encoding="utf-8")
        (desk.folder / "new.txt").write_text("A text.\n")
        for writer in WRITERS:
            Attempt(writer, desk, disk, graphs, count).all()


class Attempt:
    """One command with different rooms."""

    def __init__(
        self, writer: Writer, desk: Desk, disk: Disk, graphs: Mapping[str, str], count: Count
    ) -> None:
        """Run it where there is room, to see what it makes and how much room that takes."""
        self.writer, self.desk, self.disk, self.graphs, self.count = writer, desk, disk, graphs, count
        self.words = writer.words.format(disk.folder).split()
        self.prepare("")
        before = set(disk.files())
        done = self.desk.kg(*self.words)
        assert done.code == 0, done
        self.whole = disk.files()
        changed = [content for name, content in self.whole.items() if name not in before]
        self.needs = sum(-(-len(content) // PAGE) * PAGE for content in changed) or PAGE

    def prepare(self, old: str) -> None:
        """Clear the disk and put there what is given, and something old at the place of a single file."""
        self.disk.clear()
        for name in self.writer.given:
            source, target = self.desk.folder / name, self.disk.folder / name
            shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
        target = Path(self.words[-1])
        if old and target.suffix and not self.writer.given and target.suffix != ".grafeo":
            target.write_text(old)

    def all(self) -> None:
        """Try it with every room."""
        for number, share in enumerate(SHARES):
            self.prepare("old" if number % 2 else "")
            before = self.disk.files()
            self.disk.leave(int(self.needs * share))
            ended = self.desk.kg(*self.words)
            fault = self.fault(before, ended)
            if not fault and share == AGAIN:
                fault = self.again()
            if fault:
                self.count.bad(fault[0], f"{self.writer.words} with {share:.0%} of its room: {fault[1]}")
            else:
                self.count.ok("refused" if ended.code else "done all the same")

    def fault(self, before: Mapping[str, bytes], ended: Ended) -> tuple[str, str] | None:
        """Return what is lost, torn or wrong, with words."""
        after = self.disk.files()
        stores = {str(path) for path in STORES}
        if ended.code not in (0, 1) or (ended.code == 1 and "the disk is full" not in ended.err):
            return "wrong", f"{ended.code} {ended.err[:300]}"
        if lost := before.keys() - after.keys():
            return "lost", str(lost)
        for name, content in after.items():
            judged_by_graph = any(name.startswith(store) for store in stores)
            if judged_by_graph or name == SITE_PLAN:
                continue
            if ended.code and content not in (before.get(name), self.whole.get(name)):
                return "torn", f"{name} has {len(content):,} bytes"
        for name in stores & after.keys():
            state = self.graph_in(self.disk.folder / name)
            if state not in (("old", "new") if name in before else ("new",)):
                return "torn", f"{name}: {state}"
        if ended.code:
            return None
        if self.writer.prints:
            return None if self.graphs.get(ended.out) == "new" else ("wrong", "another answer")
        if after.keys() != self.whole.keys():
            return "wrong", f"says it is done, and made {sorted(after)}"
        return None

    def again(self) -> tuple[str, str] | None:
        """Do it once more where there is room, and return what is wrong then."""
        (self.disk.folder / BALLAST).unlink()
        ended = self.desk.kg(*self.words)
        whole = ended.code == 0 and self.disk.files().keys() == self.whole.keys()
        return None if whole else ("lost", f"and then with room: {ended.code} {ended.err[:300]}")

    def graph_in(self, store: Path) -> str:
        """Return which graph a store holds, looked at where there is room."""
        place = self.desk.folder / "looked-at"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        for path in store.parent.glob(f"{store.name}*"):
            shutil.copytree(path, place / path.name) if path.is_dir() else shutil.copy(path, place)
        shown = self.desk.kg("export", "jsonl", "--store", place / store.name)
        return self.graphs.get(shown.out, "another") if shown.code == 0 else shown.err[:300]
