MATCH (e:Casualties)<-[:ABOUT]-(c:Claim)
OPTIONAL MATCH (e)-[:SUFFERED_BY]->(a:Actor)
RETURN a.name AS side, coalesce(e.includes, []) AS counted, c.how_many AS figure, c.speaker_name AS speaker, c.stance AS stance, c.hedge AS hedge, c.said AS said, c.low AS low, c.high AS high, c.paraphrase AS what, e.id AS event, c.id AS claim
ORDER BY side, event, said, claim
