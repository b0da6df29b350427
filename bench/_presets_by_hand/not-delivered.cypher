MATCH (a:Actor)-[:DELIVERED]->(s:Shipment)-[:RECEIVED_BY]->(b:Actor)
MATCH (s)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side IN ['for', 'ahead'] AND (p.id = s.id OR (c.side = 'for' AND (coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(s.stage, 'delivered') IN ['delivered', 'under-way'])))
  AND c.taken_back IS NULL
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH a, s, b, count(DISTINCT CASE WHEN c.side = 'for' THEN c.id ELSE null END) AS asserted, count(DISTINCT CASE WHEN c.side = 'ahead' THEN c.id ELSE null END) AS ahead
WITH a, s, b, asserted + ahead AS claims, CASE WHEN asserted = 0 AND coalesce(s.stage, 'delivered') IN ['delivered', 'under-way'] THEN 'expected' ELSE s.stage END AS stage
WHERE stage <> 'delivered'
WITH a, s, b, claims, stage, [(s)-[:OF_TYPE]->(:WeaponType)<-[:SUBTYPE_OF*0..]-(:WeaponType)<-[:OF_TYPE]-(o:Shipment) | o.id] AS near
UNWIND CASE WHEN size(near) = 0 THEN [''] ELSE near END AS id
OPTIONAL MATCH (y:Actor)-[:DELIVERED]->(o:Shipment)-[:RECEIVED_BY]->(z:Actor)
WHERE o.id = id AND o.id <> s.id AND o.stage IN ['delivered', 'under-way'] AND y.id = a.id AND z.id = b.id
WITH DISTINCT a, s, b, claims, stage, o
WITH a, s, b, claims, stage, o.id AS other, EXISTS { MATCH (o)<-[:PART_OF_EVENT*0..]-(q:Event)<-[:ABOUT]-(x:Claim)
    WHERE x.side = 'for' AND coalesce(q.stage, 'delivered') IN ['delivered', 'under-way'] AND x.taken_back IS NULL
  } AS said
ORDER BY other
WITH a, s, b, claims, stage, collect(CASE WHEN said THEN other ELSE null END) AS like_it
RETURN stage AS stage, a.name AS supplier, b.name AS recipient, s.goods AS goods, s.period_text AS period, claims AS claims, like_it AS like_it, s.id AS shipment
ORDER BY stage, supplier, recipient, shipment
