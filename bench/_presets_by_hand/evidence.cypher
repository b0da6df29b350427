MATCH (f:Finding)<-[:ABOUT]-(c:Claim)
OPTIONAL MATCH (f)-[:SUPPORTS]->(e:Event)
WITH f, c, e ORDER BY e.id
WITH f, c, collect(DISTINCT e.id) AS supports
RETURN f.id AS finding, f.name AS name, supports AS supports, c.speaker_name AS speaker, c.stance AS stance, c.paraphrase AS what, c.said AS said, c.id AS claim
ORDER BY finding, said, claim
