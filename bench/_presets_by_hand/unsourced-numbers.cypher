MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)
WHERE c.unit IS NOT NULL AND c.side IN ['for', 'ahead']
  AND c.taken_back IS NULL
OPTIONAL MATCH (c)-[way:ROOTED_IN]->(e:Claim)
WHERE way.until IS NULL
WITH t, c, coalesce(e, c) AS r
OPTIONAL MATCH (r)-[:CITED_IN]->(x:Document)-[:PUBLISHED_BY]->(o:Organization)
WHERE o.id = r.speaker_id
WITH t, c, sum(CASE WHEN r.speaker_id IS NOT NULL AND o.id IS NULL AND r.root THEN 1 ELSE 0 END) AS sourced
WHERE sourced = 0
MATCH (c)-[k:CITED_IN]->(d:Document)
RETURN DISTINCT c.how_many AS figure, t.id AS topic, d.id AS document, k.paragraph AS paragraph, c.speaker_name AS speaker, c.attribution AS attribution, c.paraphrase AS what, c.id AS claim
ORDER BY topic, claim, document, paragraph
