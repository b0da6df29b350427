MATCH (e:Casualties)
MATCH (e)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back'] AND c.taken_back IS NULL
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
OPTIONAL MATCH (e)-[:SUFFERED_BY]->(a:Actor)
RETURN a.name AS side, coalesce(e.includes, []) AS counted, CASE WHEN c.measure <> 'distance-km' THEN c.how_many END AS figure, e.stage AS stage, c.speaker_name AS speaker, c.stance AS stance, c.hedge AS hedge, c.said AS said, c.said_text AS said_text, c.low AS low, c.high AS high, c.paraphrase AS what, e.id AS event, c.id AS claim
ORDER BY side, event, said, claim
