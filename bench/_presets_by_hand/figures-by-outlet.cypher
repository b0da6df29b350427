MATCH (c:Claim)
WHERE c.unit IS NOT NULL
WITH c
WHERE c.root
MATCH (c)-[:CITED_IN]->(d:Document)-[:PUBLISHED_BY]->(o:Organization)
WITH DISTINCT c, o
OPTIONAL MATCH (c)-[:SAID_BY]->(a:Actor)
WITH o, CASE WHEN a IS NULL THEN 'unknown' WHEN a.id = o.id THEN 'own' WHEN a:UnnamedSource THEN 'unnamed' ELSE 'named' END AS whose
RETURN o.name AS name, count(whose) AS figures, sum(CASE WHEN whose = 'named' THEN 1 ELSE 0 END) AS named, sum(CASE WHEN whose = 'unnamed' THEN 1 ELSE 0 END) AS unnamed, sum(CASE WHEN whose = 'own' THEN 1 ELSE 0 END) AS own_voice, sum(CASE WHEN whose = 'unknown' THEN 1 ELSE 0 END) AS unknown, o.id AS outlet
ORDER BY figures DESC, outlet
