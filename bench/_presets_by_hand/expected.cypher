MATCH (c:Claim)-[:ABOUT]->(e)
WHERE (c.side = 'ahead' OR c.stance = 'concerned' OR (c.hedge = 'conditional' AND c.side <> 'back') OR (c.side = 'for' AND NOT coalesce(e.stage, 'delivered') IN ['delivered', 'under-way']))
  AND c.taken_back IS NULL
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH e, collect(c) AS claims
OPTIONAL MATCH (e)-[:PART_OF_EVENT*0..]->(l)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(x:Claim)
WHERE x.side IN ['against', 'doubt'] AND x.facet = 'whole' AND (x.id = t.id OR t.side IN ['for', 'ahead'])
  AND x.taken_back IS NULL
  AND (x.root OR EXISTS { MATCH (x)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH e, claims, collect(DISTINCT CASE WHEN x.side = 'doubt' THEN x.speaker_id ELSE null END) AS doubters,
     collect(DISTINCT CASE WHEN x.side = 'against' THEN [coalesce(x.speaker_name, '?'), x.known_from] ELSE null END) AS denials
OPTIONAL MATCH (e)<-[:PART_OF_EVENT*0..]-(p)<-[:ABOUT]-(y:Claim)
WHERE y.side = 'for' AND (p.id = e.id OR coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'])
  AND y.taken_back IS NULL
  AND (y.root OR EXISTS { MATCH (y)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH e, claims, denials, collect(DISTINCT CASE WHEN y.speaker_id IN doubters THEN null ELSE [coalesce(y.speaker_name, '?'), y.known_from] END) AS assertions
UNWIND claims AS c
UNWIND CASE WHEN size(assertions) + size(denials) = 0 THEN [null] ELSE [one IN assertions | ['for', one[0], one[1]]] + [one IN denials | ['against', one[0], one[1]]] END AS told
WITH e, c, told[0] AS side, told[1] AS speaker, coalesce(told[2] > c.known_from, false) AS later ORDER BY c.id, speaker
WITH e, c, collect(DISTINCT CASE WHEN later AND side = 'for' THEN speaker ELSE null END) AS asserted_since,
     collect(DISTINCT CASE WHEN later AND side = 'against' THEN speaker ELSE null END) AS denied_since
RETURN c.said AS said, c.said_text AS said_text, c.speaker_name AS speaker, c.stance AS stance, c.hedge AS hedge, c.paraphrase AS what, e.stage AS stage, asserted_since AS asserted_since, denied_since AS denied_since, e.id AS event, c.id AS claim
ORDER BY said, claim
