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
WITH s, a, b, collect(DISTINCT CASE WHEN x.side = 'against' THEN x.id ELSE null END) AS denials,
     collect(DISTINCT CASE WHEN x.side = 'doubt' THEN x.id ELSE null END) AS doubts,
     collect(DISTINCT CASE WHEN x.side = 'doubt' THEN x.speaker_id ELSE null END) AS doubters
OPTIONAL MATCH (s)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side IN ['for', 'ahead'] AND (p.id = s.id OR (c.side = 'for' AND (coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(s.stage, 'delivered') IN ['delivered', 'under-way'])))
  AND c.taken_back IS NULL
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH s, a, b, denials, doubts, collect(DISTINCT CASE WHEN c.side <> 'for' OR c.speaker_id IN doubters THEN null ELSE c.id END) AS assertions,
     collect(DISTINCT CASE WHEN c.side = 'for' AND c.speaker_id IN doubters THEN c.id ELSE null END) AS wavering,
     count(DISTINCT CASE WHEN c.side = 'ahead' THEN c.id ELSE null END) AS ahead
WITH a, b, s, size(assertions) + size(wavering) > 0 AS told, ahead > 0 AND size(assertions) + size(wavering) = 0 AS only_expected, [id IN assertions | ['asserted', id]] + [id IN denials | ['denied', id]] + [id IN doubts + wavering | ['questioned', id]] AS votes
WHERE size(votes) > 0 OR only_expected
UNWIND CASE WHEN size(votes) = 0 THEN [['expected', null]] ELSE votes END AS vote
WITH a, b, count(DISTINCT CASE WHEN told AND s.stage = 'delivered' THEN s.id ELSE null END) AS delivered,
     count(DISTINCT CASE WHEN told AND s.stage = 'under-way' THEN s.id ELSE null END) AS under_way,
     count(DISTINCT CASE WHEN only_expected OR (told AND NOT s.stage IN ['delivered', 'under-way']) THEN s.id ELSE null END) AS not_yet,
     count(DISTINCT CASE WHEN vote[0] = 'asserted' THEN vote[1] ELSE null END) AS asserted,
     count(DISTINCT CASE WHEN vote[0] = 'denied' THEN vote[1] ELSE null END) AS denied,
     count(DISTINCT CASE WHEN vote[0] = 'questioned' THEN vote[1] ELSE null END) AS questioned,
     collect(DISTINCT s) AS shipments
UNWIND shipments AS s
OPTIONAL MATCH (s)-[:OF_TYPE]->(w:WeaponType)
WITH DISTINCT a, b, delivered, under_way, not_yet, asserted, denied, questioned, w.name AS weapon
ORDER BY weapon
WITH a, b, delivered, under_way, not_yet, asserted, denied, questioned, collect(weapon) AS weapons
RETURN a.name AS supplier, b.name AS recipient, delivered AS delivered, under_way AS under_way, not_yet AS not_yet, weapons AS weapons, asserted AS asserted, denied AS denied, questioned AS questioned, a.id AS supplier_id, b.id AS recipient_id
ORDER BY delivered DESC, supplier_id, recipient_id
