"""What an object of STIX says of its fact in words, and where else the fact is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from kg.formats.stix.plan import Plan, role
from kg.formats.stix.words import told
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.model.review import FIELDS
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
SILENT = (
    *("id", "name", "title", "description", "paraphrase", "sha256", "url", "archive", "identifiers"),
    *("minimum_claims", "minimum_roots", *FIELDS),
)
"""Fields that stand elsewhere in an object, or do not leave in words."""
UNSAID = {"facet": "whole", "hedge": "plain"}
"""Values that go without saying in words."""
_URI = re.compile(
    r"https?://([\w.~!$&'()*+,;=:%-]*@)?[\w.~!$&'()*+,;=%-]+(:\d*)?(/[\w.~!$&'()*+,;=:@%/-]*)?"
    r"(\?[\w.~!$&'()*+,;=:@%/?-]*)?(#[\w.~!$&'()*+,;=:@%/?-]*)?",
    re.ASCII,
)
"""An address by RFC 3986."""


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
        values = "\n".join(
            f"- {one}" for one in told(fact, (*SILENT, *carried, *goes, *CARRIED.get(own, ())))
        )
        alleged = "As alleged:\n" if values and role(fact) == "event" else ""
        return "\n\n".join(part for part in (*lead, alleged + values) if part)

    def headline(self, claim: Claim) -> str:
        """Return who says what of what, and when."""
        verb = STANCES[claim.stance].words["en"].verb
        return f"{self.speaker(claim)} ({verb}, {claim.said.text}): {self.name(claim.about)}"

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
            yield _filled(source_name=one.scheme, external_id=one.value, url=uri(one.address))
        papers = [fact.id] if isinstance(fact, Document) else [c.document for c in getattr(fact, "cited", ())]
        seen = {""}
        for paper in (self.plan.facts.get(i) for i in dict.fromkeys(papers)):
            if not isinstance(paper, Document):
                continue
            outlet = self.name(paper.outlet) if paper.outlet else "Publisher not known"
            for address, name in ((paper.url, outlet), (paper.archive, f"{outlet} (archived)")):
                url = uri(address)
                odd = f"; {address}" if address and url in seen else ""
                if address or name == outlet:
                    about = f"{paper.title}; {paper.published.text}{odd}"
                    url = "" if url in seen else url
                    yield _filled(source_name=name, external_id=paper.id, description=about, url=url)
                seen.add(url)


def uri(address: str | None) -> str:
    """Return an address as the standard takes it, in ASCII; nothing for what is none even then.

    Example:
        >>> uri("https://a.example/б?a=|%"), uri("https://a.example:b/"), uri(None)
        ('https://a.example/%D0%B1?a=%7C%25', '', '')
    """
    quoted = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", quote(address or "", safe=":/?#@!$&'()*+,;=%~"))
    return quoted if _URI.fullmatch(quoted) else ""


def _filled(**fields: str | None) -> Object:
    return {name: value for name, value in fields.items() if value}
