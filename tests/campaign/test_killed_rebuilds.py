"""Questions killed while they build the default store: absent, the old graph or the new one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from kg import paths
from tests.campaign.desk import Desk
from tests.campaign.killing import Killer
from tests.campaign.table import Count, counted
from tests.campaign.zygote import Job, Zygote
from tests.cli import corpus

pytestmark = [pytest.mark.slow, pytest.mark.campaign]
STORE = Path("build", "kg.grafeo")
ASK = ("ask", "index")


def edited(folder: Path) -> None:
    """Change what a corpus says: one more state."""
    (folder / "one-more.yaml").write_text(
        yaml.safe_dump({"states": [{"id": "one-more", "name": "One More"}]})
    )


ATTEMPTS = {("small", False): 6, ("small", True): 8, ("whole", False): 4, ("whole", True): 7}
"""How often which corpus, built already from the facts before an edit or not."""


def test_a_killed_rebuild_costs_nothing_but_time(zygote: Zygote, tmp_path: Path) -> None:
    with counted("rebuilds") as (count, chance):
        killer = Killer(zygote, chance)
        kept = tmp_path / "kept"
        for (size, built), times in ATTEMPTS.items():
            desk = Desk(zygote, tmp_path / "desk", {"KG_SEEDS": "seeds"})
            seeds = desk.folder / "seeds"
            corpus.write(seeds) if size == "small" else shutil.copytree(paths.seeds(), seeds)
            graphs = {}
            if built:
                graphs[desk.export(*ASK)] = "old"
            shutil.rmtree(kept, ignore_errors=True)
            edited(seeds)
            shutil.copytree(desk.folder, kept)
            graphs[desk.export(*ASK)] = "new"

            def prepare(desk: Desk = desk) -> Job:
                shutil.rmtree(desk.folder)
                shutil.copytree(kept, desk.folder)
                return desk.job(*ASK)

            for _ in range(times):
                killer.kill((size, built), prepare)
                judge(count, desk, graphs, f"{size}, {'built before' if built else 'new'}")


def judge(count: Count, desk: Desk, graphs: dict[str, str], sort: str) -> None:
    """Look at what a killed question left, and ask again."""
    state: str | None = "absent"
    if (desk.folder / STORE).exists():
        left = desk.kg("export", "jsonl", "--store", STORE)
        empty = left.code == 1 and "nothing is loaded" in left.err and "old" not in graphs.values()
        state = graphs.get(left.out) if left.code == 0 else "absent" if empty else None
        if state is None:
            return count.bad("lost" if left.code else "torn", f"{sort}: {left.code} {left.err[:300]}")
    elif "old" in graphs.values():
        return count.bad("lost", f"{sort}: the store is gone")
    if graphs.get(desk.export(*ASK)) != "new":
        return count.bad("wrong", f"{sort}: the next question was answered from another graph")
    if strays_of(desk):  # a load sweeps what engines left that were killed while they read
        desk.export("load", store="other.grafeo")
    if strays := strays_of(desk):
        return count.bad("torn", f"{sort}: {strays} lie about")
    return count.ok(state or "")


def strays_of(desk: Desk) -> list[str]:
    """Return what lies about."""
    built = [path.name for path in (desk.folder / "build").iterdir() if path.name != STORE.name]
    return desk.strays("seeds", "build", "other.grafeo") + built
