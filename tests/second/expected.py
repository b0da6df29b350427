"""What each question must answer on the second corpus: `expected.yaml`, which says how it is to be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml


class Asked(NamedTuple):
    """One call of a question: what is given, how many rows come, and parts of some of them."""

    given: dict[str, Any]
    rows: int
    holding: list[dict[str, Any]]


EXPECTED: dict[str, list[Asked]] = {
    name: [Asked(**call) for call in calls]
    for name, calls in yaml.safe_load(
        Path(__file__).with_name("expected.yaml").read_text(encoding="utf-8")
    ).items()
}
