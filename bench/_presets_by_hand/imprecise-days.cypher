MATCH (c:Claim)
WHERE (c.said_precision <> 'day' OR coalesce(c.when_precision, 'day') <> 'day')
RETURN c.said_text AS said_text, c.said_precision AS precision, c.when_text AS when_text, c.when_precision AS when_precision, c.speaker_name AS speaker, c.paraphrase AS what, c.known_from AS published, c.id AS claim
ORDER BY precision, published, claim
