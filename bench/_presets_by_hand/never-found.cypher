MATCH (e:Event)-[:OF_TYPE]->(w:WeaponType)
WHERE (e:Shipment OR e:Use) AND coalesce(e.stage, 'delivered') IN ['delivered', 'under-way']
WITH DISTINCT w, e
OPTIONAL MATCH (e)-[:PART_OF_EVENT*0..]->(:Event)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(x:Claim)
WHERE x.side = 'doubt' AND x.facet = 'whole' AND (x.id = t.id OR t.side IN ['for', 'ahead'])
  AND x.taken_back IS NULL
  AND (x.root OR EXISTS { MATCH (x)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH w, e, collect(DISTINCT x.speaker_id) AS doubters
MATCH (e)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side = 'for' AND (p.id = e.id OR coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'])
  AND c.taken_back IS NULL
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH w, e, c, coalesce(c.speaker_name, '?') AS speaker, coalesce(c.speaker_id IN doubters, false) AS wavers ORDER BY speaker
WITH w, e, c, speaker, wavers
WHERE NOT wavers
WITH w, count(DISTINCT CASE WHEN e:Shipment THEN e.id ELSE null END) AS shipments, count(DISTINCT CASE WHEN e:Use THEN e.id ELSE null END) AS uses,
     count(DISTINCT c.id) AS asserted, collect(DISTINCT speaker) AS speakers
WHERE NOT EXISTS { MATCH (w)<-[:SUBTYPE_OF*0..]-(:WeaponType)<-[:OF_TYPE]-(:Finding)<-[:ABOUT]-(y:Claim)
  WHERE y.side = 'for' AND y.taken_back IS NULL
}
RETURN w.name AS weapon, shipments AS shipments, uses AS uses, asserted AS asserted, speakers AS speakers, w.id AS weapon_type
ORDER BY asserted DESC, weapon_type
