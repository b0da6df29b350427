"""Facts as a bundle of STIX 2.1: nothing is lost, each fact is whole in an extension.

Source: OASIS, STIX Version 2.1.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.formats.leaving import Exported
from kg.formats.stix.bundle import bundle

if TYPE_CHECKING:
    from kg.model.kinds import Fact

FORMAT = "stix"
OF = "facts"
ENDINGS = (".stix.json",)
ABOUT = "A bundle of STIX 2.1, each fact whole; 'kg load' reads it back."
WITHDRAWN = True


def render(facts: Sequence[Fact]) -> Exported:
    """Write a bundle of STIX 2.1 that loses nothing; `kg load FILE` gives the same facts again.

    Claims are notes and opinions on events that are only alleged; each object has its fact whole in an
    extension with a JSON schema. For OpenCTI take stix-opencti: it refuses extensions.

    \b
    Example:
      kg export stix --output corpus.stix.json
      kg load corpus.stix.json --store copy.grafeo
    """
    return bundle(facts, opencti=False)
