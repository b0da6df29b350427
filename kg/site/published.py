"""What a site publishes, before anything is asked or made of it."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

from kg.model.kinds import Fact
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.site.inputs import inputs
from kg.site.options import Options
from kg.sources.json_lines import lines
from kg.store import Store


class Published(NamedTuple):
    """The facts of a site.

    Attributes:
        store: where they were read, for asking questions.
        options: how the site is built.
        facts: those that are published.
        whole: whether the store holds no others.
    """

    store: Store
    options: Options
    facts: Sequence[Fact]
    whole: bool

    @property
    def empty(self) -> bool:
        """Whether there is no claim."""
        return not any(isinstance(fact, Claim) for fact in self.facts)

    def inputs(self) -> str:
        """Return the hash of all that goes into the site; see `kg.site.inputs`."""
        total = sha256()
        for line in lines(self.facts):
            total.update(f"{line}\n".encode())
        documents = [fact for fact in self.facts if isinstance(fact, Document)]
        return inputs(self.options, self.store, total.hexdigest(), documents)
