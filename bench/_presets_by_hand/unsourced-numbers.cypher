MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[k:CITED_IN]->(d:Document)-[:PUBLISHED_BY]->(o:Organization)
WHERE c.unit IS NOT NULL AND c.root AND c.stance IN ['asserts', 'expects']
OPTIONAL MATCH (c)-[:SAID_BY]->(a:Actor)
WITH c, k, d, t, o, a
WHERE a IS NULL OR a.id = o.id
RETURN DISTINCT c.how_many AS figure, t.id AS topic, d.id AS document, k.paragraph AS paragraph, c.speaker_name AS speaker, c.attribution AS attribution, c.paraphrase AS what, c.id AS claim
ORDER BY topic, claim, document, paragraph
