MATCH (a:Actor)-[:DELIVERED]->(s:Shipment)
MATCH (s)-[:RECEIVED_BY]->(b:Actor)
MATCH (s)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side IN ['for', 'ahead'] AND (p.id = s.id OR (c.side = 'for' AND (coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(s.stage, 'delivered') IN ['delivered', 'under-way'])))
  AND c.taken_back IS NULL
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH a, s, b, count(DISTINCT CASE WHEN c.side = 'for' THEN c.id ELSE null END) AS asserted, count(DISTINCT CASE WHEN c.side = 'ahead' THEN c.id ELSE null END) AS ahead
WITH a, s, b, asserted + ahead AS claims, CASE WHEN asserted = 0 AND coalesce(s.stage, 'delivered') IN ['delivered', 'under-way'] THEN 'expected' ELSE s.stage END AS stage
OPTIONAL MATCH (s)-[v:SHIPPED_VIA]->(pl:Place)
WITH a, s, b, claims, stage, v, pl ORDER BY v.position
WITH a, s, b, claims, stage, collect(pl.name) AS route
WHERE s.means IS NOT NULL OR size(route) > 0
RETURN a.name AS supplier, b.name AS recipient, s.goods AS goods, coalesce(s.means, []) AS means, route AS route, s.period_text AS period, stage AS stage, claims AS claims, s.id AS shipment
ORDER BY supplier, recipient, shipment
