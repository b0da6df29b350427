MATCH (c:Claim)-[:LOCATES_AT]->(pl:Place)
WHERE c.side IN ['for', 'ahead'] AND c.taken_back IS NULL
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
MATCH (c)-[:ABOUT]->(e:Event)
WITH e, pl, coalesce(c.speaker_name, '?') AS speaker ORDER BY e.id, pl.id, speaker
WITH e, pl, collect(DISTINCT speaker) AS speakers
MATCH (e)<-[:ABOUT]-(c:Claim)-[:LOCATES_AT]->(ql:Place)
WHERE pl.id < ql.id AND c.side IN ['for', 'ahead'] AND c.taken_back IS NULL
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH e, pl, ql, speakers, coalesce(c.speaker_name, '?') AS speaker ORDER BY e.id, ql.id, speaker
WITH e, pl, ql, speakers, collect(DISTINCT speaker) AS others
OPTIONAL MATCH up = (pl)-[:WITHIN*1..]->(x:Place)
WHERE x.id = ql.id
OPTIONAL MATCH down = (ql)-[:WITHIN*1..]->(y:Place)
WHERE y.id = pl.id
WITH e, pl, ql, speakers, others, x, y
WHERE x IS NULL AND y IS NULL
RETURN e.name AS name, e.stage AS stage, pl.name AS one, speakers AS one_by, ql.name AS other, others AS other_by, e.id AS event, pl.id AS one_place, ql.id AS other_place
ORDER BY event, one_place, other_place
