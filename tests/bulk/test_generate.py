"""Generated files: equal arguments give equal bytes, and the shape is that of real corpora."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bench.generate import DEPTH, generate

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def claims() -> list[dict[str, Any]]:
    return [line for line in map(json.loads, generate(20_000, seed=5)) if line["type"] == "claim"]


def test_equal_arguments_give_equal_bytes(tmp_path: Path) -> None:
    for name in ("one.jsonl.gz", "two.jsonl.gz", "three.jsonl"):
        subprocess.run(
            [sys.executable, "-m", "bench.generate", "300", "--seed", "4", "--output", tmp_path / name],
            cwd=ROOT,
            check=True,
        )
    assert (tmp_path / "one.jsonl.gz").read_bytes() == (tmp_path / "two.jsonl.gz").read_bytes()
    assert (
        gzip.decompress((tmp_path / "one.jsonl.gz").read_bytes()) == (tmp_path / "three.jsonl").read_bytes()
    )
    assert (tmp_path / "three.jsonl").read_text().splitlines() == list(generate(300, seed=4))
    assert list(generate(300, seed=4)) != list(generate(300, seed=5))


def test_six_of_ten_relay_in_chains_of_up_to_twelve_hops(claims: list[dict[str, Any]]) -> None:
    depth: dict[str, int] = {}
    for claim in claims:
        depth[claim["id"]] = 1 + depth[claim["relays"][0]] if claim["relays"] else 0
    assert 0.57 < sum(map(bool, depth.values())) / len(depth) < 0.63
    assert 10 <= max(depth.values()) <= DEPTH


def test_hedges_stances_figures_and_unknown_speakers_all_occur(claims: list[dict[str, Any]]) -> None:
    stances, hedges = Counter(c["stance"] for c in claims), Counter(c["hedge"] for c in claims)
    assert len(stances) == 7
    assert len(hedges) == 6
    assert (
        all(c["answers"] for c in claims if c["stance"] == "denies" and not c["relays"]) is False
    )  # a denial may stand first
    assert sum(bool(c["answers"]) for c in claims if c["stance"] == "denies") > 500
    assert 0.01 < sum(c["speaker"] is None for c in claims) / len(claims) < 0.1
    assert 0.3 < sum(c["quantity"] is not None for c in claims) / len(claims) < 0.7
    assert {len(c["citations"]) for c in claims} == {1, 2}


def test_figures_drift_on_the_way(claims: list[dict[str, Any]]) -> None:
    by_id = {claim["id"]: claim for claim in claims}
    drifted = [
        c
        for c in claims
        if c["relays"] and c["quantity"] and c["quantity"]["low"] != by_id[c["relays"][0]]["quantity"]["low"]
    ]
    assert drifted
    assert all(by_id[c["relays"][0]]["quantity"]["low"] is None for c in drifted)


@pytest.mark.parametrize("size", [1, 2, 7])
def test_tiny_ones_are_whole_too(size: int) -> None:
    from kg.sources.json_lines import read

    assert sum(type(fact).KIND == "claim" for fact in read(generate(size), "generated").facts) == size
