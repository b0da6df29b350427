MATCH (u:Use)<-[:ABOUT]-(c:Claim)
WITH u, c
WHERE NOT c.side IN ['aside', 'back'] AND c.taken_back IS NULL
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
OPTIONAL MATCH (u)-[:OF_TYPE]->(w:WeaponType)
WITH u, c, w ORDER BY w.name
WITH u, c, collect(DISTINCT w.name) AS weapons
RETURN u.name AS used, u.period_text AS period, u.stage AS stage, weapons AS weapons, CASE WHEN c.measure <> 'distance-km' THEN c.how_many END AS figure, c.speaker_name AS speaker, c.stance AS stance, c.said AS said, c.said_text AS said_text, u.id AS use, c.id AS claim
ORDER BY use, said, claim
