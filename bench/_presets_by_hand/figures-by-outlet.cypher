MATCH (c:Claim)
WHERE c.unit IS NOT NULL AND c.root
  AND NOT c.side IN ['aside', 'back'] AND c.taken_back IS NULL
MATCH (c)-[:CITED_IN]->(d:Document)-[:PUBLISHED_BY]->(o:Organization)
WITH DISTINCT c, o
WITH o, CASE WHEN c.speaker_id IS NULL THEN 'unknown' WHEN c.speaker_id = o.id THEN 'own' WHEN EXISTS { MATCH (c)-[:SAID_BY]->(a:Actor) WHERE NOT a:UnnamedSource } THEN 'named' ELSE 'unnamed' END AS whose
RETURN o.name AS name, count(whose) AS figures, sum(CASE WHEN whose = 'named' THEN 1 ELSE 0 END) AS named, sum(CASE WHEN whose = 'unnamed' THEN 1 ELSE 0 END) AS unnamed, sum(CASE WHEN whose = 'own' THEN 1 ELSE 0 END) AS own_voice, sum(CASE WHEN whose = 'unknown' THEN 1 ELSE 0 END) AS unknown, o.id AS outlet
ORDER BY figures DESC, outlet
