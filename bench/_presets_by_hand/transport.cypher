MATCH (a:Actor)-[:DELIVERED]->(s:Shipment)-[:RECEIVED_BY]->(b:Actor)
MATCH (s)<-[:ABOUT]-(c:Claim)
WITH a, s, b, count(c) AS claims
OPTIONAL MATCH (s)-[v:SHIPPED_VIA]->(pl:Place)
WITH a, s, b, claims, v, pl ORDER BY v.position
WITH a, s, b, claims, collect(pl.name) AS route
WHERE s.means IS NOT NULL OR size(route) > 0
RETURN a.name AS supplier, b.name AS recipient, s.goods AS goods, coalesce(s.means, []) AS means, route AS route, s.period_text AS period, s.stage AS stage, claims AS claims, s.id AS shipment
ORDER BY supplier, recipient, shipment
