MATCH (f:Finding)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back'] AND c.taken_back IS NULL
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
OPTIONAL MATCH (f)-[:SUPPORTS]->(e:Event)
WITH f, c, e ORDER BY e.id
WITH f, c, collect(DISTINCT e.id) AS supports
RETURN f.id AS finding, f.name AS name, supports AS supports, f.stage AS stage, c.speaker_name AS speaker, c.stance AS stance, c.paraphrase AS what, c.said AS said, c.said_text AS said_text, c.id AS claim
ORDER BY finding, said, claim
