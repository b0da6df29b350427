"""Attempts to write, and to read what is not the graph, in many spellings."""

from __future__ import annotations

WRITES = (
    "CREATE (n:X {id: 1}) RETURN n",
    "create (n:X)",
    "/* reading only */ CrEaTe (n:X) // RETURN",
    "CREATE\n\t(n:X)",
    "MERGE (n:X {id: 1})",
    "MERGE (n:X) ON CREATE SET n.a = 1 ON MATCH SET n.b = 2",
    "MATCH (n:Claim) SET n.x = 1",
    "MATCH (n:Claim) SET n:Extra",
    "MATCH (n:Claim) SET n += {x: 1}",
    "MATCH (n:Claim) SET n = {}",
    "MATCH (n:Claim) WITH n LIMIT 1 SET n.id = 'x' RETURN n.id",
    "MATCH (n:Claim) REMOVE n.id",
    "MATCH (n:Claim) REMOVE n:Claim",
    "MATCH (n:Claim) DELETE n",
    "MATCH (n:Claim) DETACH DELETE n",
    "MATCH (:Claim)-[r:RELAYS]->() DELETE r",
    "MATCH (a:Claim), (b:Document) WITH a, b LIMIT 1 CREATE (a)-[:X]->(b)",
    "FOREACH (i IN [1, 2] | CREATE (:X))",
    "UNWIND [1, 2] AS i CREATE (:X {i: i})",
    "CALL { CREATE (n:X) RETURN n } RETURN n",
    "CALL { CALL { CREATE (n:X) RETURN n } RETURN n } RETURN n",
    "MATCH (c:Claim) CALL { WITH c SET c.x = 1 } RETURN c",
    "MATCH (n:Claim) RETURN n UNION CREATE (n:X) RETURN n",
    "CREATE INDEX foo FOR (n:Claim) ON (n.id)",
    "CREATE INDEX foo IF NOT EXISTS FOR (n:Claim) ON (n.foo)",
    "DROP INDEX foo IF EXISTS",
    "CREATE CONSTRAINT c FOR (n:Claim) REQUIRE n.id IS UNIQUE",
    "DROP CONSTRAINT c",
    "PROFILE CREATE (n:X)",
    "LOAD CSV WITH HEADERS FROM 'file:///etc/passwd' AS row CREATE (:X {a: row.a})",
    "\\u0043REATE (n:X)",
    "MATCH (n) RETURN n; MATCH (n) DETACH DELETE n",
    "INSERT (:X)",
    "CREATE USER x SET PASSWORD 'abcdefgh'",
    "DROP DATABASE neo4j",
    "CALL db.createLabel('X')",
    "CALL db.clearQueryCaches()",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
)
"""Each is refused by every store: as a write, as a command, or because the store does not know it."""

READS_BEYOND = (
    "LOAD CSV FROM '/etc/passwd' AS row RETURN row",
    "load /* */ csv from '/etc/passwd' as row return row",
    "WITH 1 AS one LOAD CSV FROM '/etc/passwd' AS row WITH row ORDER BY row RETURN collect(row)",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "LOAD CSV FROM 'http://127.0.0.1:1/x' AS row RETURN row",
    "MATCH (n) RETURN n.id AS x UNION LOAD CSV FROM '/etc/passwd' AS x RETURN x",
    "MATCH (n) WHERE EXISTS { LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row } RETURN n",
    "RETURN [x IN [1] | COLLECT { LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row }] AS y",
    (
        "RETURN reduce(a = 0, x IN [1] | a + COUNT { LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row })"
        " AS y"
    ),
    "RETURN [x IN [1] | COLLECT { CALL db.prepareForReplanning() RETURN 1 AS z }] AS y",
    "CALL dbms.listConfig()",
    "SHOW SETTINGS",
    "SHOW TRANSACTIONS",
)
"""Each reads files, addresses or the server, not the graph; refused by every store."""
