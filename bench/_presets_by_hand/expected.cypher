MATCH (c:Claim)-[:ABOUT]->(e)
WHERE c.stance IN ['expects', 'concerned'] OR c.hedge = 'conditional'
WITH e, collect(c) AS claims
OPTIONAL MATCH (e)<-[:ABOUT]-(x:Claim)
WHERE x.stance IN ['asserts', 'denies']
WITH e, claims, x.stance AS stance, coalesce(x.speaker_name, '?') AS speaker, max(x.known_from) AS last
ORDER BY speaker
WITH e, claims, collect([stance, speaker, last]) AS told
UNWIND claims AS c
RETURN c.said AS said, c.speaker_name AS speaker, c.stance AS stance, c.hedge AS hedge, c.paraphrase AS what, [one IN told WHERE one[0] = 'asserts' AND one[2] > c.known_from | one[1]] AS asserted_since, [one IN told WHERE one[0] = 'denies' AND one[2] > c.known_from | one[1]] AS denied_since, e.id AS event, c.id AS claim
ORDER BY said, claim
