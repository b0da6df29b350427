MATCH (pl:Place)<-[:AT|LOCATES_AT]-(n)-[:ABOUT*0..1]->(e:Event)
WHERE n:Event OR (n.side IN ['for', 'ahead'] AND n.taken_back IS NULL)
WITH pl, e, n
WHERE n:Event OR n.root OR EXISTS { MATCH (n)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  }
WITH pl, e, count(DISTINCT CASE WHEN n:Claim THEN n.id ELSE null END) AS placed_by
WITH pl, e, placed_by
WHERE EXISTS { MATCH (e)<-[:PART_OF_EVENT*0..]-(:Event)<-[:ABOUT]-(k:Claim)
  }
OPTIONAL MATCH (e)-[:PART_OF_EVENT*0..]->(:Event)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(x:Claim)
WHERE x.side IN ['against', 'doubt'] AND x.facet = 'whole' AND (x.id = t.id OR t.side IN ['for', 'ahead'])
  AND x.taken_back IS NULL
  AND (x.root OR EXISTS { MATCH (x)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH e, pl, placed_by, count(DISTINCT CASE WHEN x.side = 'against' THEN x.id ELSE null END) AS denied,
     count(DISTINCT CASE WHEN x.side = 'doubt' THEN x.id ELSE null END) AS doubted,
     collect(DISTINCT CASE WHEN x.side = 'doubt' THEN x.speaker_id ELSE null END) AS doubters
OPTIONAL MATCH (e)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side IN ['for', 'ahead'] AND (p.id = e.id OR (c.side = 'for' AND (coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'])))
  AND c.taken_back IS NULL
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH e, pl, placed_by, denied, doubted, count(DISTINCT CASE WHEN c.side <> 'for' OR c.speaker_id IN doubters THEN null ELSE c.id END) AS asserted,
     count(DISTINCT CASE WHEN c.side = 'for' AND c.speaker_id IN doubters THEN c.id ELSE null END) AS wavering,
     count(DISTINCT CASE WHEN c.side = 'ahead' THEN c.id ELSE null END) AS ahead
WHERE denied + doubted + asserted + wavering + ahead > 0
RETURN pl.name AS place_name, e.name AS name, toLower([l IN labels(e) WHERE NOT l IN ['Event', 'Kg']][0]) AS kind, e.period_text AS period, CASE WHEN ahead > 0 AND asserted + wavering = 0 AND coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'] THEN 'expected' ELSE e.stage END AS stage, placed_by AS placed_by, asserted AS asserted, denied AS denied, doubted + wavering AS questioned, pl.id AS place, e.id AS event
ORDER BY place, event
