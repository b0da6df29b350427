"""Loads into a real Neo4j whose client is killed: what was cut off says so, and the next load finishes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.campaign.conftest import Made
from tests.campaign.desk import Desk
from tests.campaign.killing import Killer
from tests.campaign.table import counted
from tests.campaign.zygote import Job, Zygote
from tests.servers import RELEASES, Servers

pytestmark = [pytest.mark.slow, pytest.mark.campaign, pytest.mark.neo4j]
SIZES = {20: 5, 100: 4, 300: 1}
"""How often a load of so many claims is killed."""
CUT_OFF = "its load was cut off; run 'kg load'"


def test_a_killed_client_leaves_what_the_next_load_finishes(
    servers: Servers, zygote: Zygote, made: Made, tmp_path: Path
) -> None:
    server = servers.address(RELEASES[0])
    desk = Desk(zygote, tmp_path / "desk", {"NEO4J_PASSWORD": server.password})
    with counted("clients") as (count, chance), servers.store(RELEASES[0]):
        killer = Killer(zygote, chance)
        for claims, times in SIZES.items():
            files = [made(claims, 1), made(claims, 2)]
            graphs = [desk.export("load", file, store=server.uri) for file in files]

            def prepare(files: list[Path] = files, graphs: list[str] = graphs) -> Job:
                """Turn round: what is loaded becomes the old graph."""
                files.reverse()
                graphs.reverse()
                return desk.job("load", files[1], "--store", server.uri)

            for _ in range(times):
                killer.kill(claims, prepare)
                left = desk.kg("export", "jsonl", "--store", server.uri)
                whole = dict(zip(graphs, ("old", "new"), strict=True))
                state = "cut off" if CUT_OFF in left.err else whole.get(left.out)
                after = desk.export("load", files[1], store=server.uri)
                if state is None or left.code not in ((0, 1) if state == "cut off" else (0,)):
                    count.bad("lost" if left.code else "torn", f"{claims}: {left.code} {left.err[-300:]}")
                elif after != graphs[1]:
                    count.bad("lost", f"{claims}: the next load made another graph")
                else:
                    count.ok(state)
