"""Documents as CSL-JSON, which Zotero, Pandoc and others read.

Source: CSL-JSON schema, Citation Style Language project.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.formats import citing
from kg.formats.leaving import Exported

if TYPE_CHECKING:
    from kg.model.kinds import Fact

FORMAT = "csl"
OF = "facts"
ENDINGS = (".csl.json",)
ABOUT = "The documents for Zotero, Pandoc and others (CSL-JSON)."


def render(facts: Sequence[Fact]) -> Exported:
    """Write the documents as a bibliography in CSL-JSON; everything else is left out.

    \b
    Example:
      kg export csl --output documents.csl.json
    """
    entries, loss = citing.bibliography(facts)
    return Exported(citing.csl(entries), loss)
