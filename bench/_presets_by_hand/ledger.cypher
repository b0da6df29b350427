MATCH (a:Actor)-[:DELIVERED]->(s:Shipment)
MATCH (s)-[:RECEIVED_BY]->(b:Actor)
WITH a, s, b
WHERE EXISTS { MATCH (s)<-[:PART_OF_EVENT*0..]-(:Event)<-[:ABOUT]-(k:Claim)
  }
OPTIONAL MATCH (s)-[:PART_OF_EVENT*0..]->(:Event)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(x:Claim)
WHERE x.side IN ['against', 'doubt'] AND x.facet = 'whole' AND (x.id = t.id OR t.side IN ['for', 'ahead'])
  AND x.taken_back IS NULL
  AND (x.root OR EXISTS { MATCH (x)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH s, a, b, count(DISTINCT CASE WHEN x.side = 'against' THEN x.id ELSE null END) AS denied,
     count(DISTINCT CASE WHEN x.side = 'doubt' THEN x.id ELSE null END) AS doubted,
     collect(DISTINCT CASE WHEN x.side = 'doubt' THEN x.speaker_id ELSE null END) AS doubters
OPTIONAL MATCH (s)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side IN ['for', 'ahead'] AND (p.id = s.id OR (c.side = 'for' AND (coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(s.stage, 'delivered') IN ['delivered', 'under-way'])))
  AND c.taken_back IS NULL
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH s, a, b, denied, doubted, doubters, p, c ORDER BY c.said, c.id
WITH s, a, b, denied, doubted, collect(DISTINCT CASE WHEN p.id = s.id THEN c.how_many + ' (' + coalesce(c.speaker_name, '?') + ')' ELSE null END) AS figures,
     count(DISTINCT CASE WHEN c.side <> 'for' OR c.speaker_id IN doubters THEN null ELSE c.id END) AS asserted,
     count(DISTINCT CASE WHEN c.side = 'for' AND c.speaker_id IN doubters THEN c.id ELSE null END) AS wavering,
     count(DISTINCT CASE WHEN c.side = 'ahead' THEN c.id ELSE null END) AS ahead
WHERE denied + doubted + asserted + wavering + ahead > 0
RETURN a.name AS supplier, b.name AS recipient, s.goods AS goods, s.period_text AS period, figures AS figures, asserted AS asserted, denied AS denied, doubted + wavering AS questioned, CASE WHEN ahead > 0 AND asserted + wavering = 0 AND coalesce(s.stage, 'delivered') IN ['delivered', 'under-way'] THEN 'expected' ELSE s.stage END AS stage, s.id AS shipment
ORDER BY supplier, recipient, shipment
