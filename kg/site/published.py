"""What a site publishes, before anything is asked or made of it."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Sequence
from typing import NamedTuple

from kg.model.kinds import Fact
from kg.site.options import Options
from kg.store import Store


class Published(NamedTuple):
    """The facts of a site.

    Attributes:
        store: where they were read, for asking questions.
        options: how the site is built.
        packed: the facts, as `pack` gives them.
        whole: whether the store holds no others.
        empty: whether there is no claim among them.
        inputs: the hash of all that goes into the site; see `kg.site.inputs`.
    """

    store: Store
    options: Options
    packed: bytes
    whole: bool
    empty: bool
    inputs: str

    def facts(self) -> list[Fact]:
        """Return the facts by id, made anew each time."""
        facts: list[Fact] = pickle.loads(zlib.decompress(self.packed))
        return facts


def pack(facts: Sequence[Fact]) -> bytes:
    """Return facts in a hundredth of the room that they take among the rows they were read from."""
    return zlib.compress(pickle.dumps(sorted(facts, key=lambda fact: fact.id)), 1)
