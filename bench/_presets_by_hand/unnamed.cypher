MATCH (a:UnnamedSource)<-[:SAID_BY]-(c:Claim)-[:CITED_IN]->(d:Document)
WHERE c.taken_back IS NULL
OPTIONAL MATCH (a)-[:PART_OF]->(o:Actor)
OPTIONAL MATCH (c)<-[:RELAYS]-(r:Claim)
WHERE r.taken_back IS NULL
WITH a, c, d, o, r ORDER BY a.id, o.name, r.speaker_name, d.id
RETURN a.name AS source, a.wording AS wording, collect(DISTINCT o.name) AS part_of, count(DISTINCT c) AS claims, collect(DISTINCT r.speaker_name) AS passed_on_by, collect(DISTINCT d.id) AS documents, a.id AS actor
ORDER BY claims DESC, actor
