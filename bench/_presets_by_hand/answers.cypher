MATCH (c:Claim)-[:ANSWERS]->(b:Claim)
RETURN c.said AS said, c.said_text AS said_text, c.speaker_name AS speaker, c.stance AS stance, c.paraphrase AS what, b.speaker_name AS to_speaker, b.stance AS to_stance, b.paraphrase AS to_what, b.said AS to_said, b.said_text AS to_said_text, b.taken_back AS to_taken_back, b.speaker_id IS NOT NULL AND c.speaker_id IS NOT NULL AND all(one IN split(b.speaker_id, '+') WHERE one IN split(c.speaker_id, '+')) AS own, c.id AS claim, b.id AS answered
ORDER BY said, claim, answered
