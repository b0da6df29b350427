"""Stores of which one bit is turned over: the right answer, or a clear refusal as damaged."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.campaign.conftest import Made
from tests.campaign.desk import Desk
from tests.campaign.table import counted
from tests.campaign.zygote import Ended, Zygote

pytestmark = [pytest.mark.slow, pytest.mark.campaign]
STORE = "s.grafeo"
COMMANDS = (("export", "jsonl"), ("ask", "index", "--format", "json"), ("show", "claim-000000001"))
"""Read all of it, through the engine's own paths, and by an index."""
SIZES = {20: 120, 300: 80}
"""How many bits of a store with how many claims."""
ENDS_WELL = 3
"""Of four flips, how many are of bytes that are not empty."""


def flipped(content: bytes, full: list[int], chance: random.Random) -> bytes:
    """Return the content with one bit turned over."""
    at = chance.choice(full) if chance.randrange(4) < ENDS_WELL else chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]


def test_a_flipped_bit_gives_no_wrong_answer(zygote: Zygote, made: Made, tmp_path: Path) -> None:
    with counted("bits") as (count, chance):
        for claims, times in SIZES.items():
            desk = Desk(zygote, tmp_path / "desk")
            for seed in (1, 2):
                desk.export("load", made(claims, seed), store=STORE)
            content = (desk.folder / STORE).read_bytes()
            full = [at for at, byte in enumerate(content) if byte]
            right = read(zygote, desk)
            assert right.code == 0, right
            for _ in range(times):
                damaged = flipped(content, full, chance)
                (desk.folder / STORE).write_bytes(damaged)
                ended = read(zygote, desk)
                if (ended.code, ended.out, ended.err) == (0, right.out, right.err):
                    count.ok("right")
                elif ended.code == 1 and ended.err.startswith("error: ") and "damaged" in ended.err:
                    count.ok("refused")
                else:
                    at = next(
                        n for n, (one, other) in enumerate(zip(content, damaged, strict=True)) if one != other
                    )
                    count.bad("wrong", f"{claims} claims, byte {at}: {ended.code} {ended.err[:300]}")
                assert (desk.folder / STORE).read_bytes() == damaged


def read(zygote: Zygote, desk: Desk) -> Ended:
    """Read the store in every way, in one child."""
    job = desk.job()._replace(commands=[[*words, "--store", STORE] for words in COMMANDS])
    return zygote.do(job)[0]
