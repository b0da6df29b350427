"""Several processes at once: each answers rightly, whoever builds, loads or waits."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.campaign.conftest import Made
from tests.campaign.desk import Desk
from tests.campaign.table import Count, counted
from tests.campaign.test_killed_rebuilds import ASK, edited
from tests.campaign.zygote import Zygote
from tests.cli import corpus

pytestmark = [pytest.mark.slow, pytest.mark.campaign]
ROUNDS = 10
AFTER_AN_EDIT = 6
TOGETHER = 4
QUESTION = ("export", "jsonl")
"""Asks for everything, so that an answer is of one graph or of no graph."""


def asked_together(zygote: Zygote, desk: Desk, count: Count, right: str, cold: bool) -> None:
    """Let some processes ask at the same moment."""
    jobs = [desk.job(*QUESTION, name=f"asks-{number}", cold=cold) for number in range(TOGETHER)]
    for ended in zygote.do(*jobs):
        if ended.code or ended.out != right:
            count.bad("wrong", f"{ended.code} {ended.err[:300]}")
        else:
            count.ok("cold" if cold else "warm")


@pytest.mark.parametrize(("part", "rounds"), [("first", ROUNDS), ("edited", AFTER_AN_EDIT)])
def test_first_questions_at_once(part: str, rounds: int, zygote: Zygote, tmp_path: Path) -> None:
    desk = Desk(zygote, tmp_path / "desk", {"KG_SEEDS": "seeds"})
    corpus.write(desk.folder / "seeds")
    if part == "edited":
        desk.export(*ASK)
        edited(desk.folder / "seeds")
    shutil.copytree(desk.folder, tmp_path / "kept")
    right = desk.export(*ASK)
    with counted(part) as (count, _):
        for number in range(rounds):
            shutil.rmtree(desk.folder)
            shutil.copytree(tmp_path / "kept", desk.folder)
            asked_together(zygote, desk, count, right, cold=number % 2 == 0)


def test_questions_while_a_load_writes(zygote: Zygote, made: Made, tmp_path: Path) -> None:
    desk = Desk(zygote, tmp_path / "desk")
    loads = [("load", made(60, seed)) for seed in (1, 2)]
    graphs = {desk.export(*load, store="s.grafeo") for load in loads}
    with counted("readers") as (count, chance):
        for number in range(10):
            load = loads[number % 2]
            waits = [chance.uniform(0, 0.5) for _ in range(10)]
            jobs = [
                desk.job(*QUESTION, "--store", "s.grafeo", name=f"reads-{reader}", wait=wait)
                for reader, wait in enumerate(waits)
            ]
            loaded, *read = zygote.do(desk.job(*load, "--store", "s.grafeo", name="load"), *jobs)
            if loaded.code:
                count.bad("lost", f"the load failed: {loaded.code} {loaded.err[:300]}")
            for ended in read:
                if ended.code or ended.out not in graphs:
                    count.bad("wrong", f"{ended.code} {ended.err[:300]}")
                else:
                    count.ok()
