"""Facts as a bundle of STIX 2.1 in the form that OpenCTI imports whole.

Source: OASIS, STIX Version 2.1; pycti, the client of OpenCTI.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.formats.leaving import Exported
from kg.formats.stix.bundle import bundle

if TYPE_CHECKING:
    from kg.model.kinds import Fact

FORMAT = "stix-opencti"
OF = "facts"
ENDINGS = (".opencti.json",)
ABOUT = "A bundle for OpenCTI: events, notes, opinions, reports (STIX 2.1)."
WITHDRAWN = True


def render(facts: Sequence[Fact]) -> Exported:
    """Write a bundle of STIX 2.1 as OpenCTI imports it, without extensions.

    Alleged events are events there, claims notes, documents reports; a claim that takes a side by itself, and
    does not only pass on what others say, is an opinion, too. All other links are related-to with words.

    \b
    Example:
      kg export stix-opencti --topic shells --output shells.opencti.json
    """
    return bundle(facts, opencti=True)
