"""Claims as nanopublications: what is said, who said it and on what it rests, and who entered it.

Source: Nanopublication Guidelines, nanopub.net; PROV-O, W3C Recommendation of 30 April 2013.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.formats.leaving import Exported, Loss
from kg.formats.triples import Statement, Writer, graph, literal, part, prefixes

if TYPE_CHECKING:
    from kg.model.kinds import Fact
    from kg.model.kinds.claim import Claim

FORMAT = "nanopub"
OF = "facts"
ENDINGS = (".trig",)
ABOUT = "A nanopublication for each claim, and all else in a graph (RDF, TriG)."
OPTIONS = {"base": ("urn:kg-arms:", "What the addresses of facts begin with; it ends in '/', '#' or ':'.")}

FROM_WHOM = ("speaker", "speakers", "attribution", "stated_in", "said", "relays", "answers", "cited")
"""Fields of a claim that say where it is from; the others are what it asserts."""
HOW_WE_KNOW = ("firsthand", "inferred")
BY_US = ("note", "mark", "entered_by", "reviews", "withdrawn")
"""Fields of a claim that speak of our record of it."""


def render(facts: Sequence[Fact], *, base: str = "urn:kg-arms:") -> Exported:
    """Write a nanopublication for each claim in TriG, and every other fact in a graph of its own.

    The assertion is what is said, the provenance who said it, when, passing on whom, and where it is printed,
    the publication info when and by whom it was entered. Claims are tied by prov:wasDerivedFrom. Every field is
    there under its own name (kg:...), days as EDTF; schemas/shapes.ttl says in SHACL how facts look. Nothing is
    lost.

    \b
    Example:
      kg export nanopub --output corpus.trig
      kg export nanopub --base https://example.org/facts/ --output corpus.trig
    """
    by_id = {fact.id: fact for fact in facts}
    written = Writer(base)
    claims: list[Any] = [fact for fact in facts if type(fact).KIND == "claim"]
    others = [fact for fact in facts if type(fact).KIND != "claim"]
    rest = (each for fact in others for each in (*_plain(written, fact), *_places(written, fact, by_id)))
    parts = [prefixes(), graph(written.address("_facts"), rest)]
    for claim in claims:
        parts += _nanopublication(written, claim, by_id)
    return Exported("".join(parts), Loss())


def _plain(written: Writer, fact: Fact) -> Iterator[Statement]:
    return (statement for _, statement in written.fact(fact))


def _nanopublication(written: Writer, claim: Claim, by_id: Mapping[str, Any]) -> Iterator[str]:
    """Yield the four graphs of a claim; of one that we withdrew also those that retract it."""
    about: dict[str, list[Statement]] = {"assertion": [], "provenance": [], "pubinfo": []}
    for field, statement in written.fact(claim):
        from_whom = field in FROM_WHOM or field in HOW_WE_KNOW
        about["provenance" if from_whom else "pubinfo" if field in BY_US else "assertion"].append(statement)
    own = part(claim.id, "nanopub")
    about["provenance"] += [*_provenance(written, claim), *_places(written, claim, by_id)]
    days = [by_id[cited.document].recorded for cited in claim.cited if cited.document in by_id]
    about["pubinfo"] += _entered(written, own, max((day.text for day in days), default=""), claim)
    yield from _four(written, own, about)
    if withdrawn := getattr(claim, "withdrawn", None):
        ours, curator = part(claim.id, "retraction"), written.address(part(claim.id, "retraction", "curator"))
        retracts = Statement(curator, "npx:retracts", written.address(own))
        named = Statement(curator, "rdfs:label", literal(withdrawn.by))
        why = Statement(written.address(part(ours, "assertion")), "rdfs:comment", literal(withdrawn.why))
        yield from _four(
            written,
            ours,
            {
                "assertion": [retracts, named],
                "provenance": [
                    Statement(written.address(part(ours, "assertion")), "prov:wasAttributedTo", curator),
                    why,
                ],
                "pubinfo": [*_entered(written, ours, withdrawn.on.text, claim)],
            },
        )


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


def _entered(written: Writer, own: str, day: str, claim: Claim) -> Iterator[Statement]:
    me = written.address(own)
    yield Statement(me, "npx:introduces", written.address(claim.id))
    if day:
        yield Statement(me, "dcterms:created", f'"{day}"^^xsd:date')
    if by := getattr(claim, "entered_by", None):
        yield Statement(me, "dcterms:creator", literal(by))


def _places(written: Writer, fact: Fact, by_id: Mapping[str, Any]) -> Iterator[Statement]:
    """Yield each place where a document prints it, as the W3C's annotations say it."""
    from kg.formats.annotating import places

    for path, cited, selectors in places(fact, by_id):
        me = written.address(path)
        yield Statement(me, "a", "oa:SpecificResource")
        yield Statement(me, "oa:hasSource", written.address(cited.document))
        for selector in selectors:
            yield from _selector(written, me, part(path, "selector"), selector)


def _selector(written: Writer, owner: str, path: str, told: Mapping[str, Any]) -> Iterator[Statement]:
    from kg.formats.annotating import TERMS, meaning

    me = written.address(path)
    yield Statement(owner, "oa:refinedBy" if path.endswith("refined") else "oa:hasSelector", me)
    for word, value in told.items():
        if isinstance(value, dict):
            yield from _selector(written, me, part(path, "refined"), value)
        elif word == "type":
            yield Statement(me, "a", TERMS[value])
        else:
            yield Statement(me, meaning(word), _typed(word, value))
