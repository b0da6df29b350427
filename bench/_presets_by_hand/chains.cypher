MATCH (:Topic {id: $topic})<-[:ON_TOPIC]-(c:Claim)
OPTIONAL MATCH (c)-[way:ROOTED_IN]->(x:Claim)
WHERE x.root
WITH c, coalesce(x, c) AS r, [coalesce(c.speaker_name, '?')] + coalesce(way.tellers, []) + CASE WHEN x IS NULL THEN [] ELSE [coalesce(x.speaker_name, '?')] END AS chain
WHERE r.root
RETURN c.said AS said, c.said_text AS said_text, c.speaker_name AS speaker, c.stance AS stance, c.how_many AS figure, chain AS chain, r.id AS root, c.id AS claim, coalesce(c.taken_back, r.taken_back) AS taken_back
ORDER BY said DESC, claim, chain, root
