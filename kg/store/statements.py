"""The Cypher that loads and reads whole graphs; the only Cypher outside `cypher/`.

Values are always parameters. Labels and edge types come from the fact registry and pass one check.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import OWNED

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,60}")

EXAMPLE = "MATCH (c:Claim) RETURN c.id LIMIT 5"
"""What messages show to somebody who has no statement."""
ANY_CLAIM = "MATCH (c:Claim) RETURN c.id AS id LIMIT 1"
AWAIT_INDEXES = "CALL db.awaitIndexes(3600)"
MARK_LOADING = "MERGE (s:KgStore {id: 'kg'}) REMOVE s.fingerprint, s.seal SET s.loading = $fingerprint"
MARK_LOADED = "MERGE (s:KgStore {id: 'kg'}) SET s = {id: 'kg', fingerprint: $fingerprint, version: $version}"
FINGERPRINT = "MATCH (s:KgStore {id: 'kg'}) RETURN s.fingerprint AS fingerprint"
SEAL = "MATCH (s:KgStore {id: 'kg'}) SET s.seal = $seal, s.sealed_at = $at"
SEALED = "MATCH (s:KgStore {id: 'kg'}) RETURN s.seal AS seal, s.sealed_at AS at"
FOREIGN = "MATCH (n) WHERE NOT n:Kg AND NOT n:KgStore RETURN count(n) AS foreign"
NAMES = (
    "MATCH (n:Kg) WHERE NOT n:Claim AND NOT n:Withdrawn RETURN labels(n) AS labels, n.id AS id,"
    " n.identifiers AS identifiers, n.serial AS serial, n.marking AS marking, n.name AS name, n.title AS"
    " title, n.name_de AS name_de, n.known_as AS known_as, n.wording AS wording"
)
NAME = "MATCH (n:Kg {id: $id}) RETURN n.name AS name, n.title AS title"
CITED_NAMES = "MATCH (n:Kg)-[r:NAMED_IN]->(:Document) RETURN n.id AS id, r.name AS name"
OUR_IDS = "MATCH (n) WHERE elementId(n) IN $ids RETURN elementId(n) AS theirs, n.id AS ours"
DATABASE = "CALL db.info() YIELD name RETURN name"
SHOW_NODE = "MATCH (n:Kg {id: $id}) RETURN labels(n) AS labels, properties(n) AS properties"
SHOW_EDGES = (
    "MATCH (:Kg {id: $id})-[r]->(b:Kg) RETURN 'out' AS way, type(r) AS type, b.id AS id, b.caption AS"
    " caption, properties(r) AS properties UNION ALL MATCH (:Kg {id: $id})<-[r]-(b:Kg) RETURN 'in' AS way,"
    " type(r) AS type, b.id AS id, b.caption AS caption, properties(r) AS properties"
)
ALL_IDS = "MATCH (n:Kg) RETURN n.id AS id ORDER BY id"
COUNTS = (
    "MATCH (n:Kg) RETURN sum(CASE WHEN n:Actor THEN 1 ELSE 0 END) AS actors, sum(CASE WHEN n:WeaponType THEN"
    " 1 ELSE 0 END) AS weapon_types, sum(CASE WHEN n:Event THEN 1 ELSE 0 END) AS events, sum(CASE WHEN"
    " n:Claim THEN 1 ELSE 0 END) AS claims, sum(CASE WHEN n:Document THEN 1 ELSE 0 END) AS documents"
)
CLAIMS = "MATCH (c:Claim) RETURN count(c) AS claims"
CITATIONS = "MATCH (:Claim)-[r:CITED_IN]->(:Document) RETURN count(r) AS citations"
RELAYED = "UNWIND $ids AS id MATCH (:Kg {id: id})-[:RELAYS*1..6]->(c:Claim) RETURN DISTINCT c.id AS id"
"""What is relayed within six steps; ask again of what is new."""
HOPS = (
    "UNWIND $ids AS id MATCH (c:Claim {id: id}) OPTIONAL MATCH p = (c)-[:RELAYS]->(:Claim) "
    "OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor) "
    "OPTIONAL MATCH k = (c)-[:CITED_IN]->(d:Document) OPTIONAL MATCH b ="
    " (d)-[:PUBLISHED_BY]->(:Organization) OPTIONAL MATCH w = (c)-[:STATED_IN]->(:Document)"
    " RETURN c, p, s, k, b, w"
)
PROPERTIES_OF = "UNWIND $ids AS id MATCH (n:Kg {id: id}) RETURN n.id AS id, properties(n) AS properties"
CLAIM_CITATIONS = (
    "MATCH (c:Claim)-[r:CITED_IN]->(d:Document) WHERE c.id IN $ids OPTIONAL MATCH"
    " (d)-[:PUBLISHED_BY]->(o:Organization) RETURN"
    " c.id AS claim, c.paraphrase AS says, d.id AS document, o.name AS outlet, d.published_to AS day,"
    " r.paragraph AS paragraph, r.start AS start, r.end AS end, r.sha256 AS sha256, r.spot AS spot, d.file AS"
    " file ORDER BY claim, document, paragraph, start, spot"
)
CLAIMS_OF = (
    "MATCH (c:Claim)-[:ABOUT|SAID_BY|CITED_IN|ON_TOPIC|MENTIONS]->(n:Kg) WHERE n.id IN $ids RETURN DISTINCT"
    " c.id AS id ORDER BY id"
)
SPOKEN_OF = "MATCH (:Claim)-[:ABOUT]->(c:Claim) RETURN DISTINCT c.id AS id, c.caption AS caption"
"""Claims that claims are about."""
CORRECTED = (
    "MATCH (c:Claim)-[:CITED_IN]->(d:Document) WHERE c.id IN $ids OPTIONAL MATCH"
    " (d)-[:REPRINT_OF|TRANSLATES*0..8]->(o:Document)<-[:CORRECTS]-(k:Document) RETURN c.id AS claim,"
    " d.id AS document, d.published_to AS printed, k.published_to AS day, k.id AS correction"
)
"""For each document that prints some claims the corrections of it, or of what it copies."""
CORRECTIONS = "MATCH (:Document)-[k:CORRECTS]->(:Document) RETURN count(k) AS corrections"
NODE_NAMES = (
    "MATCH (n:Kg) WITH n LIMIT 20000 UNWIND labels(n) AS label UNWIND keys(n) AS name RETURN DISTINCT label,"
    " name ORDER BY label, name"
)
EDGE_NAMES = (
    "MATCH (:Kg)-[r]->(:Kg) WITH r LIMIT 50000 UNWIND keys(r) AS name RETURN DISTINCT type(r) AS label, name"
    " ORDER BY label, name"
)
ANY = "MATCH (n:Kg) RETURN n.id AS id LIMIT 1"
ALL_NODES = "MATCH (n:Kg) RETURN labels(n) AS labels, properties(n) AS properties"
ALL_EDGES = (
    "MATCH (a:Kg)-[r]->(b:Kg) WHERE r.key IS NOT NULL "
    "RETURN type(r) AS type, a.id AS start, b.id AS end, properties(r) AS properties"
)
EDGES_OF = (
    "UNWIND $ids AS id MATCH (a:Kg {id: id})-[r]->(b:Kg) WHERE r.key IS NOT NULL "
    "RETURN type(r) AS type, a.id AS start, b.id AS end, properties(r) AS properties"
)
TIES_FROM = (
    "UNWIND $ids AS id MATCH (a:Kg {id: id})-[r]->(b:Kg) WHERE r.key IS NOT NULL AND type(r) IN $types "
    "RETURN type(r) AS type, a.id AS start, b.id AS end, properties(r) AS properties"
)
TIES_TO = (
    "UNWIND $ids AS id MATCH (b:Kg {id: id})<-[r]-(a:Kg) WHERE r.key IS NOT NULL AND type(r) IN $types "
    "RETURN type(r) AS type, a.id AS start, b.id AS end, properties(r) AS properties"
)
NODES_OF = "UNWIND $ids AS id MATCH (n:Kg {id: id}) RETURN labels(n) AS labels, properties(n) AS properties"
COLLECTED = (
    "MATCH (:Collection {id: $id})<-[:IN_COLLECTION]-(d:Document) RETURN d.id AS id UNION ALL "
    "MATCH (:Collection {id: $id})<-[:IN_COLLECTION]-(:Document)<-[:CITED_IN]-(c:Claim) RETURN c.id AS id "
    "UNION ALL MATCH (j:Judgement) RETURN j.id AS id"
)
"""The documents of a collection and the claims that they print, and all judgements."""
AMONG = (
    "UNWIND $ids AS id MATCH (n:Kg {id: id}) RETURN n AS element UNION ALL UNWIND $ids AS id"
    " MATCH (n:Kg {id: id})-[r]->(:Kg) RETURN r AS element"
)
IDS = "MATCH (n:Kg) WHERE $label IN labels(n) RETURN n.id AS id ORDER BY id"
JUDGED = (
    "MATCH (a:Kg)-[r:SAME_AS]->(b:Kg) RETURN a.id AS one, a.name AS one_name, b.id AS other, b.name AS"
    " other_name, r.judgement AS judgement, r.decided AS decided ORDER BY judgement"
)
HAS_ID = "MATCH (n:Kg {id: $id}) WHERE $label IN labels(n) RETURN n.id AS id"
DELETE_NODES = "UNWIND $rows AS id MATCH (n:Kg {id: id}) DETACH DELETE n"


def checked(name: str) -> str:
    """Return a label or edge type that is safe inside a statement.

    Raises:
        ValueError: it is not a plain identifier.
    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"'{name}' is not a label or edge type")
    return name


def constraints() -> tuple[str, ...]:
    """Return the statements that make constraints, and indexes for the labels under which ids are looked up.

    Only nodes labelled `Kg` are constrained: nodes of others are never touched.
    """
    return (*UNIQUE, *lookups())


UNIQUE = (
    "CREATE CONSTRAINT kg_id IF NOT EXISTS FOR (n:Kg) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT kg_store_id IF NOT EXISTS FOR (n:KgStore) REQUIRE n.id IS UNIQUE",
)
"""The constraints, which a load needs itself."""


def lookups() -> tuple[str, ...]:
    """Return the statements that make indexes for the labels under which questions look up ids."""
    from kg.model.table import kinds

    indexed = sorted({checked(kind.labels[0]) for kind in kinds().values() if kind.role != "judgement"})
    return tuple(
        f"CREATE INDEX kg_{one.lower()}_id IF NOT EXISTS FOR (n:{checked(one)}) ON (n.id)" for one in indexed
    )


def choices(label: str) -> str:
    """Return the statement that lists ids and captions of a label.

    It lists those that begin with $start, and at most $most.
    """
    return (
        f"MATCH (n:{checked(label)}) WHERE n.id STARTS WITH $start "
        "RETURN n.id AS id, n.caption AS caption ORDER BY id LIMIT $most"
    )


def node_columns(labels: Sequence[str], names: Sequence[str], has: Sequence[str] = ()) -> str:
    """Return the statement that lists nodes in columns, in any order.

    Args:
        labels: of which a node has at least one.
        names: of properties; `labels` stands for its labels.
        has: properties of which a node must have at least one; none for every node.
    """
    one = f"(n:{checked(labels[0])})" if len(labels) == 1 else "(n:Kg)"
    conditions = [" OR ".join(f"n:{checked(label)}" for label in labels)] if len(labels) > 1 else []
    return f"MATCH {one}{_having('n', conditions, has)} RETURN {_returned('n', names)}"


def edge_columns(
    start: str, edge_type: str, end: str, names: Sequence[str] = (), has: Sequence[str] = ()
) -> str:
    """Return the statement that lists the ids of both ends of edges, then properties, in any order.

    Args:
        start: label of where an edge starts.
        edge_type: its type.
        end: label of where it ends; empty for any.
        names: of properties.
        has: properties of which an edge must have at least one; none for every edge.
    """
    last = f"(b:{checked(end)})" if end else "(b)"
    pattern = f"(a:{checked(start)})-[r:{checked(edge_type)}]->{last}"
    more = f", {_returned('r', names)}" if names else ""
    return f"MATCH {pattern}{_having('r', [], has)} RETURN a.id AS a, b.id AS b{more}"


def _having(of: str, conditions: Sequence[str], has: Sequence[str]) -> str:
    some = [" OR ".join(f"{of}.{checked(name)} IS NOT NULL" for name in has)] if has else []
    every = " AND ".join(f"({part})" for part in (*conditions, *some))
    return f" WHERE {every}" if every else ""


def _returned(of: str, names: Sequence[str]) -> str:
    columns = (f"labels({of})" if name == "labels" else f"{of}.{checked(name)}" for name in names)
    return ", ".join(f"{column} AS c{place}" for place, column in enumerate(columns))


def values(label: str, name: str) -> str:
    """Return the statement that lists what a property holds, each value once and in any order."""
    return (
        f"MATCH (n:{checked(label)}) WHERE n.`{checked(name)}` IS NOT NULL RETURN DISTINCT n.`{name}` AS held"
    )


def merge_nodes(labels: tuple[str, ...]) -> str:
    """Return the statement that writes nodes of one set of labels; rows have id and properties."""
    also = ":".join(checked(label) for label in labels if label != OWNED)
    return f"UNWIND $rows AS row MERGE (n:Kg {{id: row.id}}) SET n = row.properties SET n:{also}"


def create_nodes(labels: tuple[str, ...], names: Sequence[str]) -> str:
    """Return the statement that writes nodes known to be absent, faster than a merge.

    Rows are lists of values in the order of the names; null is no property.
    """
    return f"UNWIND $rows AS row CREATE (n:{':'.join(checked(label) for label in labels)} {_columns(names)})"


def merge_edges(kind: str) -> str:
    """Return the statement that writes edges of one type; rows have start, end, key and properties."""
    return (
        "UNWIND $rows AS row MATCH (a:Kg {id: row.start}) MATCH (b:Kg {id: row.end}) "
        f"MERGE (a)-[r:{checked(kind)} {{key: row.key}}]->(b) SET r = row.properties"
    )


def create_edges(kind: str, names: Sequence[str]) -> str:
    """Return the statement that writes edges known to be absent.

    A row has start, end, and values as in `create_nodes`.
    """
    return (
        "UNWIND $rows AS row MATCH (a:Kg {id: row[0]}) MATCH (b:Kg {id: row[1]}) "
        f"CREATE (a)-[r:{checked(kind)} {_columns(names, 2)}]->(b)"
    )


def _columns(names: Sequence[str], first: int = 0) -> str:
    return f"{{{', '.join(f'`{checked(name)}`: row[{place}]' for place, name in enumerate(names, first))}}}"


def delete_edges(kind: str) -> str:
    """Return the statement that deletes edges of one type; rows have start, end and key."""
    return (
        "UNWIND $rows AS row MATCH (a:Kg {id: row.start})"
        f"-[r:{checked(kind)} {{key: row.key}}]->(b:Kg {{id: row.end}}) DELETE r"
    )


MARKED = (
    "MATCH (d:Document) WHERE coalesce(d.mark, $usual) <> $free RETURN d.id AS id, 'document' AS kind",
    "MATCH (c:Claim) WHERE coalesce(c.mark, $free) <> $free RETURN c.id AS id, 'claim' AS kind",
    "MATCH (c:Claim)-[:CITED_IN]->(d:Document) WHERE coalesce(d.mark, $usual) <> $free"
    " RETURN DISTINCT c.id AS id, 'claim' AS kind",
    "MATCH (c:Claim)-[:STATED_IN]->(d:Document) WHERE coalesce(d.mark, $usual) <> $free"
    " RETURN DISTINCT c.id AS id, 'claim' AS kind",
)
"""The documents and claims that are not for everybody, some of them several times."""
