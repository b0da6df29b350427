MATCH (e:Event)-[:PART_OF_EVENT*0..]->(:Event)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(x:Claim)
WHERE x.side IN ['against', 'doubt'] AND x.facet = 'whole' AND (x.id = t.id OR t.side IN ['for', 'ahead'])
  AND x.taken_back IS NULL
  AND (x.root OR EXISTS { MATCH (x)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH e, x, coalesce(x.speaker_name, '?') AS speaker ORDER BY e.id, speaker
WITH e, collect(DISTINCT CASE WHEN x.side = 'against' THEN speaker ELSE null END) AS denied_by,
     collect(DISTINCT CASE WHEN x.side = 'doubt' THEN speaker ELSE null END) AS questioned_by,
     collect(DISTINCT CASE WHEN x.side = 'against' THEN x.id ELSE null END) AS denials,
     collect(DISTINCT CASE WHEN x.side = 'doubt' THEN x.speaker_id ELSE null END) AS doubters
MATCH (e)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side = 'for' AND (p.id = e.id OR coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'])
  AND c.taken_back IS NULL
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH e, denied_by, questioned_by, denials, doubters, c, coalesce(c.speaker_name, '?') AS speaker ORDER BY e.id, speaker
WITH e, denied_by, questioned_by, denials, collect(DISTINCT CASE WHEN c.speaker_id IN doubters THEN null ELSE speaker END) AS asserted_by
OPTIONAL MATCH (e)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(y:Claim)
WHERE (y.side = 'against' OR (y.side = 'doubt' AND p.id = e.id)) AND (p.id <> e.id OR y.facet <> 'whole') AND (y.id = t.id OR t.side IN ['for', 'ahead'])
  AND y.taken_back IS NULL
  AND (y.root OR EXISTS { MATCH (y)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH e, asserted_by, denied_by, questioned_by, CASE WHEN y.id IN denials THEN null ELSE coalesce(y.speaker_name, '?') + ' (' + CASE WHEN p.id = e.id THEN y.facet ELSE p.name END + ')' END AS narrower
ORDER BY e.id, narrower
WITH e, asserted_by, denied_by, questioned_by, collect(DISTINCT narrower) AS in_part
RETURN e.id AS event, e.name AS name, e.stage AS stage, asserted_by AS asserted_by, denied_by AS denied_by, questioned_by AS questioned_by, in_part AS in_part
ORDER BY event
