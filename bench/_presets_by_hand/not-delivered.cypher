MATCH (a:Actor)-[:DELIVERED]->(s:Shipment)-[:RECEIVED_BY]->(b:Actor)
WHERE s.stage <> 'delivered'
MATCH (s)<-[:ABOUT]-(c:Claim)
WITH a, s, b, count(c) AS claims
OPTIONAL MATCH (s)-[:OF_TYPE]->(:WeaponType)<-[:SUBTYPE_OF*0..6]-(:WeaponType)<-[:OF_TYPE]-(o:Shipment)
WHERE o.id <> s.id AND o.stage IN ['delivered', 'under-way']
OPTIONAL MATCH (o)<-[:DELIVERED]-(y:Actor)
OPTIONAL MATCH (o)-[:RECEIVED_BY]->(z:Actor)
WITH DISTINCT a, s, b, claims, CASE WHEN y.id = a.id AND z.id = b.id THEN o ELSE null END AS o
WITH a, s, b, claims, o.id AS other, EXISTS { MATCH (o)<-[:ABOUT]-(x:Claim) WHERE x.stance IN ['asserts', 'expects'] } AS said
ORDER BY other
WITH a, s, b, claims, CASE WHEN said THEN other ELSE null END AS other
WITH a, s, b, claims, collect(DISTINCT other) AS like_it
RETURN s.stage AS stage, a.name AS supplier, b.name AS recipient, s.goods AS goods, s.period_text AS period, claims AS claims, like_it AS like_it, s.id AS shipment
ORDER BY stage, supplier, recipient, shipment
