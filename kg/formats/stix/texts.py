"""What an object of STIX says of its fact in words, and where else the fact is found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.formats.stix.plan import Plan
from kg.formats.stix.words import told
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.model.stances import STANCES

Object = dict[str, Any]
SOURCE = "kg"
"""Under which name the id of each fact stands among the external references."""
ALIASES = {"identity": "x_opencti_aliases", "location": "x_opencti_aliases", "event": "aliases"}
"""Under which name OpenCTI reads the other names of an object."""
CARRIED = {
    "location": ("latitude", "longitude", "within_km"),
    "note": ("stance", "said", "by", "why", "verdict"),
    "report": ("published",),
}
"""Fields that an object has a property for, or says first, by its type."""
UNSAID = {"facet": "whole", "hedge": "plain"}
"""Values that go without saying in words."""


class Texts:
    """Words for the objects of a plan."""

    def __init__(self, plan: Plan) -> None:
        """Keep what is known of all objects."""
        self.plan = plan

    def described(self, fact: Any, *lead: str) -> str:
        """Return what is said of a fact first, and its values in words below."""
        own = self.plan.ids[fact.id].split("--")[0]
        carried = ("name_de", "known_as") if self.plan.opencti and own in ALIASES else ()
        goes = [name for name, word in UNSAID.items() if getattr(fact, name, None) == word]
        values = "\n".join(f"- {one}" for one in told(fact, (*carried, *goes, *CARRIED.get(own, ()))))
        return "\n\n".join(part for part in (*lead, values) if part)

    def headline(self, claim: Claim) -> str:
        """Return who says what of what, and when."""
        verb = STANCES[claim.stance].words["en"].verb
        return f"{self.speaker(claim)} {verb} ({claim.said.text}): {self.name(claim.about)}"

    def speaker(self, claim: Claim) -> str:
        """Return who speaks; words that stand in for somebody are no name."""
        nobody = (
            f'A speaker not named ("{claim.attribution}")' if claim.attribution else "A speaker not named"
        )
        return claim.spoken_by(self.plan.facts) or nobody

    def name(self, id: str) -> str:
        """Return what a fact is called among the objects."""
        return self.plan.names.get(id, id)

    def references(self, fact: Any) -> Iterator[Object]:
        """Yield where else a fact is found; OpenCTI keeps one reference for each address."""
        yield {"source_name": SOURCE, "external_id": fact.id}
        for one in getattr(fact, "identifiers", ()):
            yield _filled(source_name=one.scheme, external_id=one.value, url=one.address)
        papers = [fact.id] if isinstance(fact, Document) else [c.document for c in getattr(fact, "cited", ())]
        for paper in (self.plan.facts.get(i) for i in dict.fromkeys(papers)):
            if isinstance(paper, Document):
                outlet = self.name(paper.outlet) if paper.outlet else "Publisher not known"
                about = f"{paper.title}; {paper.published.text}"
                yield _filled(source_name=outlet, external_id=paper.id, description=about, url=paper.url)
                if paper.archive:
                    archived = f"{outlet} (archived)"
                    yield {"source_name": archived, "external_id": paper.id, "url": paper.archive}


def _filled(**fields: str | None) -> Object:
    return {name: value for name, value in fields.items() if value}
