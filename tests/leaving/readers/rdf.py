"""What rdflib, pyshacl and the nanopub package find in what we wrote as RDF; prints JSON."""

import json
import socket
import sys
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest.mock import patch

from rdflib import RDF, Dataset, Graph, Literal, Namespace, URIRef

KG = Namespace("urn:kg-arms:words#")
OA = Namespace("http://www.w3.org/ns/oa#")
NP = Namespace("http://www.nanopub.org/nschema#")
EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
RELAYS = """
SELECT ?from ?to WHERE { GRAPH ?g { ?from <http://www.w3.org/ns/prov#wasDerivedFrom> ?to } }
"""
CHAINS = """
SELECT ?start ?end WHERE { ?start <urn:kg-arms:words#relays>+ ?end
  FILTER NOT EXISTS { ?end <urn:kg-arms:words#relays> ?more } }
"""


def main(mode: str, file: str, *more: str) -> None:
    """Read a file and print what is in it."""
    found = trig(file, *more) if mode == "trig" else jsonld(file, *more)
    sys.stdout.write(json.dumps(found))


def trig(file: str, base: str, shapes: str) -> Any:
    """Return what is found in nanopublications."""
    read = Dataset()
    read.parse(file, format="trig")
    whole = flat(read)
    again = Dataset()
    again.parse(data=read.serialize(format="nquads"), format="nquads")
    conforms, problems = shacl(whole, shapes)
    names = {node: str(node).removeprefix(base) for node in whole.subjects(RDF.type, None)}
    return {
        "quads": len(read),
        "nquads": len(again),
        "conforms": conforms,
        "problems": problems,
        "nanopubs": {str(name).removeprefix(base): valid for name, valid in nanopubs(read)},
        "relays": sorted(
            [str(each).removeprefix(base).split("/")[0] for each in row] for row in rows(read.query(RELAYS))
        ),
        "ends": sorted([names[row[0]], names[row[1]]] for row in rows(whole.query(CHAINS))),
        "facts": {
            name: told(whole, node, base)
            for node, name in names.items()
            if str(node).startswith(base) and "/" not in name
        },
        "retracted": [
            str(each).removeprefix(base)
            for each in whole.objects(None, URIRef("http://purl.org/nanopub/x/retracts"))
        ],
    }


def jsonld(file: str, base: str, *contexts: str) -> Any:
    """Return what is found in JSON-LD while nothing can be fetched but the contexts that are given."""
    from rdflib.plugins.shared.jsonld.context import Context

    def refuse(*_: Any, **__: Any) -> None:
        raise OSError("a context was to be fetched")

    known = json.loads(Path(contexts[0]).read_text("utf-8")) if contexts else {}
    whole = Graph()
    with (
        patch.object(Context, "_fetch_context", lambda self, source, *_: known[source]),
        patch.object(socket.socket, "connect", refuse),
    ):
        whole.parse(file, format="json-ld")
    return {
        "statements": len(whole),
        "types": {
            str(subject).removeprefix(base): sorted(map(str, whole.objects(subject, RDF.type)))
            for subject in whole.subjects(RDF.type, None)
            if isinstance(subject, URIRef)
        },
        "pairs": {
            str(predicate): sorted(
                [str(a).removeprefix(base), str(b).removeprefix(base)]
                for a, b in whole.subject_objects(predicate)
                if isinstance(a, URIRef)
            )
            for predicate in set(whole.predicates(None, None))
        },
        "ends": sorted(int(str(value)) for value in whole.objects(None, OA.end)),
    }


def rows(found: Any) -> Any:
    """Return the rows of an answer, whatever rdflib says that it may be."""
    return found


def flat(read: Dataset) -> Graph:
    """Return all that is said, whatever graph says it."""
    whole = Graph()
    for subject, predicate, value, _ in read.quads():
        whole.add((subject, predicate, value))
    return whole


def shacl(whole: Graph, shapes: str) -> tuple[bool, list[list[str]]]:
    """Return whether what is said has the shapes, and which paths of which nodes have not."""
    from pyshacl import validate

    conforms, report, _ = validate(whole, shacl_graph=Graph().parse(shapes, format="turtle"))
    sh = Namespace("http://www.w3.org/ns/shacl#")
    return conforms, sorted(
        [str(report.value(result, sh.focusNode)), str(report.value(result, sh.resultPath))]
        for result in report.subjects(RDF.type, sh.ValidationResult)
    )


def nanopubs(read: Dataset) -> Iterator[tuple[Any, bool]]:
    """Yield each nanopublication of a file, and whether the nanopub package takes it by itself."""
    from nanopub import Nanopub

    graphs: dict[Any, list[Any]] = defaultdict(list)
    for subject, predicate, value, graph in read.quads():
        graphs[graph].append((subject, predicate, value))
    for name in list(read.quads((None, RDF.type, NP.Nanopublication, None))):
        one = Dataset()
        for part in ("Head", "assertion", "provenance", "pubinfo"):
            own = URIRef(f"{name[0]}/{part}")
            for each in graphs[own]:
                one.graph(own).add(each)
        yield name[0], Nanopub(rdf=one).is_valid


def told(whole: Graph, node: Any, base: str) -> dict[str, list[Any]]:
    """Return the fields of a thing as they stand in our own words."""
    fields: dict[str, list[Any]] = defaultdict(list)
    order = {whole.value(sequence, RDF.predicate): sequence for sequence in whole.objects(node, KG.in_order)}
    for predicate, value in whole.predicate_objects(node):
        if str(predicate).startswith(KG) and predicate not in (KG.in_order, KG.position):
            fields[str(predicate).removeprefix(KG)].append(value)
    for about, sequence in order.items():
        number = len(list(whole.objects(sequence, None))) - 2
        fields[str(about).removeprefix(KG)] = [
            whole.value(sequence, RDF[f"_{position}"]) for position in range(1, number + 1)
        ]
    return {
        name: [
            plain(whole, value, base)
            for value in sorted(values, key=lambda v: whole.value(v, KG.position) or 0)
        ]
        for name, values in fields.items()
    }


def plain(whole: Graph, value: Any, base: str) -> Any:
    """Return a value, and of a part of a fact its fields."""
    if isinstance(value, Literal):
        number = isinstance(value.value, (int, Decimal)) and not isinstance(value.value, bool)
        return float(value) if number else value.value if isinstance(value.value, bool) else str(value)
    name = str(value).removeprefix(base)
    return told(whole, value, base) if "/" in name else name


if __name__ == "__main__":
    main(*sys.argv[1:])
