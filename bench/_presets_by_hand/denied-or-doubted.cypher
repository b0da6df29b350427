MATCH (c:Claim)-[:ABOUT]->(e)
WHERE c.stance IN ['denies', 'doubts', 'cannot-confirm', 'retracts']
OPTIONAL MATCH (c)-[:ANSWERS]->(b:Claim)
WITH c, e, b ORDER BY b.id
WITH c, e, collect(DISTINCT b.id) AS answers
RETURN c.said AS said, c.stance AS stance, c.speaker_name AS speaker, c.paraphrase AS what, e.id AS event, answers AS answers, c.id AS claim
ORDER BY said, claim
