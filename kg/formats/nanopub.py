"""Claims as nanopublications: what is said, who said it and on what it rests, and who entered it.

Source: Nanopublication Guidelines, nanopub.net; PROV-O, W3C Recommendation of 30 April 2013.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.formats.annotating import places, stated
from kg.formats.leaving import Exported, Loss
from kg.formats.triples import Statement, Writer, graph, literal, part, prefixes

if TYPE_CHECKING:
    from kg.model.kinds import Fact
    from kg.model.kinds.claim import Claim
    from kg.model.review import Withdrawal

FORMAT = "nanopub"
OF = "facts"
ENDINGS = (".trig",)
ABOUT = "A nanopublication for each claim, and all else in a graph (RDF, TriG)."
WITHDRAWN = True
OPTIONS = {"base": ("urn:kg-arms:", "What the addresses of facts begin with; it ends in '/', '#' or ':'.")}

FROM_WHOM = ("speaker", "speakers", "attribution", "stated_in", "said", "relays", "answers", "cited")
"""Fields of a claim that say where it is from; the others are what it asserts."""
HOW_WE_KNOW = ("firsthand", "inferred")
BY_US = ("note", "mark", "entered_by", "reviews", "withdrawn")
"""Fields of a claim that speak of our record of it."""


def render(facts: Sequence[Fact], *, base: str = "urn:kg-arms:") -> Exported:
    """Write a nanopublication for each claim in TriG, and every other fact in a graph of its own.

    The assertion is what is said; the provenance who said it, when, passing on whom, and where it is
    printed; the publication info when and by whom it was entered. Claims are tied by prov:wasDerivedFrom.
    Every field is there under its own name (kg:...), days as EDTF; schemas/shapes.ttl says in SHACL how
    facts look. Nothing is lost.

    \b
    Example:
      kg export nanopub --output corpus.trig
      kg export nanopub --base https://example.org/facts/ --output corpus.trig
    """
    by_id = {fact.id: fact for fact in facts}
    written = Writer(base)
    claims: list[Any] = [fact for fact in facts if type(fact).KIND == "claim"]
    others = [fact for fact in facts if type(fact).KIND != "claim"]
    rest = (each for fact in others for each in (*_plain(written, fact), *_printed(written, fact, by_id)))
    parts = [prefixes(), graph(written.address("_facts"), rest)]
    for claim in claims:
        parts += _nanopublication(written, claim, by_id)
    return Exported("".join(parts), Loss())


def _plain(written: Writer, fact: Fact) -> Iterator[Statement]:
    return (statement for _, statement in written.fact(fact))


def _printed(written: Writer, fact: Fact, by_id: Mapping[str, Any]) -> Iterator[Statement]:
    return (each for place in places(fact, by_id) for each in stated(written, place))


def _nanopublication(written: Writer, claim: Claim, by_id: Mapping[str, Any]) -> Iterator[str]:
    """Yield the four graphs of a claim; of one that we withdrew also those that retract it."""
    about: dict[str, list[Statement]] = {"assertion": [], "provenance": [], "pubinfo": []}
    for field, statement in written.fact(claim):
        from_whom = field in FROM_WHOM or field in HOW_WE_KNOW
        about["provenance" if from_whom else "pubinfo" if field in BY_US else "assertion"].append(statement)
    about["provenance"] += [*_provenance(written, claim), *_printed(written, claim, by_id)]
    about["pubinfo"] += _entered(written, claim, by_id)
    yield from _four(written, part(claim.id, "nanopub"), about)
    if claim.withdrawn:
        yield from _retraction(written, claim, claim.withdrawn)


def _retraction(written: Writer, claim: Claim, withdrawn: Withdrawal) -> Iterator[str]:
    """Yield the four graphs by which we take a nanopublication back."""
    own = part(claim.id, "retraction")
    said, curator = (written.address(part(own, name)) for name in ("assertion", "curator"))
    retracts = Statement(curator, "npx:retracts", written.address(part(claim.id, "nanopub")))
    about = {
        "assertion": [retracts, Statement(curator, "rdfs:label", literal(withdrawn.by))],
        "provenance": [
            Statement(said, "prov:wasAttributedTo", curator),
            Statement(said, "rdfs:comment", literal(withdrawn.why)),
        ],
        "pubinfo": [Statement(written.address(own), "dcterms:created", literal(withdrawn.on))],
    }
    yield from _four(written, own, about)


def _four(written: Writer, own: str, graphs: Mapping[str, Iterable[Statement]]) -> Iterator[str]:
    me = written.address(own)
    names = {name: written.address(part(own, name)) for name in graphs}
    properties = ("np:hasAssertion", "np:hasProvenance", "np:hasPublicationInfo")
    head = [Statement(me, "a", "np:Nanopublication")]
    head += [Statement(me, has, name) for has, name in zip(properties, names.values(), strict=True)]
    yield graph(written.address(part(own, "Head")), head)
    for name, statements in graphs.items():
        yield graph(names[name], statements)


def _provenance(written: Writer, claim: Claim) -> Iterator[Statement]:
    """Yield in the words of PROV who said it, and on what it rests."""
    said = written.address(part(claim.id, "nanopub", "assertion"))
    yield Statement(said, "kg:said", literal(claim.said))
    for voice in claim.voices:
        yield Statement(said, "prov:wasAttributedTo", written.address(voice))
    for relayed in claim.relays:
        before = written.address(part(relayed, "nanopub", "assertion"))
        yield Statement(said, "prov:wasDerivedFrom", before)
    if claim.stated_in:
        yield Statement(said, "prov:hadPrimarySource", written.address(claim.stated_in))
    for cited in claim.cited:
        yield Statement(said, "prov:wasQuotedFrom", written.address(cited.document))


def _entered(written: Writer, claim: Claim, by_id: Mapping[str, Any]) -> Iterator[Statement]:
    """Yield when and by whom a claim was entered; the day is that of the last of its documents."""
    me = written.address(part(claim.id, "nanopub"))
    yield Statement(me, "npx:introduces", written.address(claim.id))
    days = [by_id[cited.document].recorded.first for cited in claim.cited]
    yield Statement(me, "dcterms:created", literal(max(days)))
    if claim.entered_by:
        yield Statement(me, "dcterms:creator", literal(claim.entered_by))
