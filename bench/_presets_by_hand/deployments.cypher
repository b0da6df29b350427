MATCH (e:Deployment)
WHERE EXISTS { MATCH (e)<-[:PART_OF_EVENT*0..]-(:Event)<-[:ABOUT]-(k:Claim)
  }
OPTIONAL MATCH (e)-[:PART_OF_EVENT*0..]->(:Event)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(x:Claim)
WHERE x.side IN ['against', 'doubt'] AND x.facet = 'whole' AND (x.id = t.id OR t.side IN ['for', 'ahead'])
  AND x.taken_back IS NULL
  AND (x.root OR EXISTS { MATCH (x)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH e, count(DISTINCT CASE WHEN x.side = 'against' THEN x.id ELSE null END) AS denied,
     count(DISTINCT CASE WHEN x.side = 'doubt' THEN x.id ELSE null END) AS doubted,
     collect(DISTINCT CASE WHEN x.side = 'doubt' THEN x.speaker_id ELSE null END) AS doubters
OPTIONAL MATCH (e)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side IN ['for', 'ahead'] AND (p.id = e.id OR (c.side = 'for' AND (coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'])))
  AND c.taken_back IS NULL
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH e, denied, doubted, doubters, p, c ORDER BY c.said, c.id
WITH e, denied, doubted, collect(DISTINCT CASE WHEN p.id = e.id THEN c.how_many + ' (' + coalesce(c.speaker_name, '?') + ')' ELSE null END) AS figures,
     count(DISTINCT CASE WHEN c.side <> 'for' OR c.speaker_id IN doubters THEN null ELSE c.id END) AS asserted,
     count(DISTINCT CASE WHEN c.side = 'for' AND c.speaker_id IN doubters THEN c.id ELSE null END) AS wavering,
     count(DISTINCT CASE WHEN c.side = 'ahead' THEN c.id ELSE null END) AS ahead
WHERE denied + doubted + asserted + wavering + ahead > 0
OPTIONAL MATCH (e)<-[:SENT]-(a:Actor)
OPTIONAL MATCH (e)-[:HOSTED_BY]->(b:Actor)
RETURN a.name AS sender, b.name AS host, e.personnel AS personnel, e.name AS name, e.period_text AS period, CASE WHEN ahead > 0 AND asserted + wavering = 0 AND coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'] THEN 'expected' ELSE e.stage END AS stage, figures AS figures, asserted AS asserted, denied AS denied, doubted + wavering AS questioned, e.id AS deployment
ORDER BY sender, host, deployment
