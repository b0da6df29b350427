"""Documents as BibTeX."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.formats import citing
from kg.formats.leaving import Exported

if TYPE_CHECKING:
    from kg.model.kinds import Fact

FORMAT = "bibtex"
OF = "facts"
ENDINGS = (".bib",)
ABOUT = "The documents for LaTeX and reference managers (BibTeX)."


def render(facts: Sequence[Fact]) -> Exported:
    """Write the documents as a bibliography in BibTeX; everything else is left out.

    \b
    Example:
      kg export bibtex --output documents.bib
    """
    entries, loss = citing.bibliography(facts)
    return Exported(citing.bibtex(entries), loss)
