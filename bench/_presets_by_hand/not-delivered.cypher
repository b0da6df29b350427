MATCH (a:Actor)-[:DELIVERED]->(s:Shipment)-[:RECEIVED_BY]->(b:Actor)
WHERE s.stage <> 'delivered'
MATCH (s)<-[:ABOUT]-(c:Claim)
WITH a, s, b, count(c) AS claims
WITH a, s, b, claims, [(s)-[:OF_TYPE]->(:WeaponType)<-[:SUBTYPE_OF*0..6]-(:WeaponType)<-[:OF_TYPE]-(o:Shipment) | o.id] AS near
UNWIND CASE WHEN size(near) = 0 THEN [''] ELSE near END AS id
OPTIONAL MATCH (y:Actor)-[:DELIVERED]->(o:Shipment)-[:RECEIVED_BY]->(z:Actor)
WHERE o.id = id AND o.id <> s.id AND o.stage IN ['delivered', 'under-way'] AND y.id = a.id AND z.id = b.id
WITH DISTINCT a, s, b, claims, o
WITH a, s, b, claims, o.id AS other, EXISTS { MATCH (o)<-[:ABOUT]-(x:Claim) WHERE x.stance IN ['asserts', 'expects'] } AS said
ORDER BY other
WITH a, s, b, claims, collect(CASE WHEN said THEN other ELSE null END) AS like_it
RETURN s.stage AS stage, a.name AS supplier, b.name AS recipient, s.goods AS goods, s.period_text AS period, claims AS claims, like_it AS like_it, s.id AS shipment
ORDER BY stage, supplier, recipient, shipment
