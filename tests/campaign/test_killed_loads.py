"""Loads into a named file that are killed at any moment: the old graph or the new one, never another."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.campaign.conftest import Made
from tests.campaign.desk import Desk
from tests.campaign.killing import Killer
from tests.campaign.table import Count, counted
from tests.campaign.zygote import Job, Zygote

pytestmark = [pytest.mark.slow, pytest.mark.campaign]
STORE = "s.grafeo"


class Sort(NamedTuple):
    """A load of a file of so many claims, into a store that holds another graph or into a new one."""

    claims: int
    loaded: bool
    cold: bool = False


ATTEMPTS = {
    Sort(20, True): 30, Sort(20, False): 20, Sort(20, True, True): 6, Sort(20, False, True): 6,
    Sort(120, True): 16, Sort(120, False): 10, Sort(600, True): 6, Sort(600, False): 6,
}  # fmt: skip
"""How often each sort is killed."""


def test_a_killed_load_leaves_the_old_graph_or_the_new_one(
    zygote: Zygote, made: Made, tmp_path: Path
) -> None:
    with counted("loads") as (count, chance):
        killer = Killer(zygote, chance)
        for sort, times in ATTEMPTS.items():
            desk = Desk(zygote, tmp_path / "desk")
            file = made(sort.claims, 2)
            graphs = {desk.export("load", file, store=STORE): "new"}
            desk.clear()
            if sort.loaded:
                graphs[desk.export("load", made(sort.claims, 1), store=STORE)] = "old"
                shutil.copy(desk.folder / STORE, tmp_path)

            def prepare(desk: Desk = desk, file: Path = file, sort: Sort = sort) -> Job:
                desk.clear()
                if sort.loaded:
                    shutil.copy(tmp_path / STORE, desk.folder)
                return desk.job("load", file, "--store", STORE, cold=sort.cold)

            for _ in range(times):
                killer.kill(sort, prepare)
                judge(count, desk, graphs, file, sort)


def judge(count: Count, desk: Desk, graphs: dict[str, str], file: Path, sort: Sort) -> None:
    """Look at what a killed load left, and load again."""
    begun = any(desk.folder.glob(f"{STORE}.*/graph*"))
    left = desk.kg("export", "jsonl", "--store", STORE)
    if left.code == 0:
        state = graphs.get(left.out)
    else:
        nothing = "there is no store" in left.err or "nothing is loaded" in left.err
        state = "old" if nothing and not sort.loaded and left.code == 1 else None
    if state is None:
        return count.bad("lost" if left.code else "torn", f"{sort}: {left.code} {left.err[:300]}")
    if graphs.get(desk.export("load", file, store=STORE)) != "new":
        return count.bad("lost", f"{sort}: the next load made another graph")
    if strays := desk.strays(STORE):
        return count.bad("torn", f"{sort}: {strays} lie about")
    return count.ok(f"{state} while it was written" if begun else state)
