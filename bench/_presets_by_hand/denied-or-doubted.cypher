MATCH (c:Claim)-[:ABOUT]->(e)
WHERE c.side IN ['against', 'doubt', 'back']
  AND c.taken_back IS NULL
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
OPTIONAL MATCH (c)-[:ANSWERS]->(b:Claim)
WITH c, e, b ORDER BY b.id
WITH c, e, collect(DISTINCT b.id) AS answers
RETURN c.said AS said, c.said_text AS said_text, c.stance AS stance, c.facet AS facet, c.speaker_name AS speaker, c.paraphrase AS what, e.id AS event, answers AS answers, c.id AS claim
ORDER BY said, claim
