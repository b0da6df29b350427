MATCH (c:Claim)-[:ANSWERS]->(b:Claim)
OPTIONAL MATCH (c)-[:SAID_BY]->(a:Actor)
OPTIONAL MATCH (b)-[:SAID_BY]->(z:Actor)
RETURN c.said AS said, c.speaker_name AS speaker, c.stance AS stance, c.paraphrase AS what, b.speaker_name AS to_speaker, b.stance AS to_stance, b.paraphrase AS to_what, b.said AS to_said, coalesce(a.id = z.id, false) AS own, c.id AS claim, b.id AS answered
ORDER BY said, claim, answered
