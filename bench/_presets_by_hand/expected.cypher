MATCH (c:Claim)-[:ABOUT]->(e)
WHERE (c.stance IN ['expects', 'concerned'] OR c.hedge = 'conditional')
OPTIONAL MATCH (e)<-[:ABOUT]-(x:Claim)
WHERE x.known_from > c.known_from AND x.stance IN ['asserts', 'denies']
WITH DISTINCT c, e, x.stance AS stance, coalesce(x.speaker_name, '?') AS speaker
ORDER BY speaker
WITH c, e, collect(DISTINCT CASE WHEN stance = 'asserts' THEN speaker ELSE null END) AS asserted,
     collect(DISTINCT CASE WHEN stance = 'denies' THEN speaker ELSE null END) AS denied
RETURN c.said AS said, c.speaker_name AS speaker, c.stance AS stance, c.hedge AS hedge, c.paraphrase AS what, asserted AS asserted_since, denied AS denied_since, e.id AS event, c.id AS claim
ORDER BY said, claim
