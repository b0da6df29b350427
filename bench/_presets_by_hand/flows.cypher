MATCH (a:Actor)-[:DELIVERED]->(s:Shipment)-[:RECEIVED_BY]->(b:Actor)
MATCH (s)<-[:ABOUT]-(c:Claim)
WITH a, b, s, c.stance AS stance, count(c) AS number
WITH a, b, s, sum(CASE WHEN stance IN ['asserts', 'expects'] THEN number ELSE 0 END) AS asserted,
     sum(CASE WHEN stance = 'denies' THEN number ELSE 0 END) AS denied,
     sum(CASE WHEN stance IN ['doubts', 'cannot-confirm'] THEN number ELSE 0 END) AS questioned
WITH a, b, sum(CASE WHEN s.stage = 'delivered' THEN 1 ELSE 0 END) AS delivered, sum(CASE WHEN s.stage = 'under-way' THEN 1 ELSE 0 END) AS under_way,
     sum(CASE WHEN s.stage IN ['wanted', 'negotiated', 'ordered'] THEN 1 ELSE 0 END) AS not_yet,
     sum(asserted) AS asserted, sum(denied) AS denied, sum(questioned) AS questioned, collect(s) AS shipments
UNWIND shipments AS s
OPTIONAL MATCH (s)-[:OF_TYPE]->(w:WeaponType)
WITH DISTINCT a, b, delivered, under_way, not_yet, asserted, denied, questioned, w.name AS weapon
ORDER BY weapon
WITH a, b, delivered, under_way, not_yet, asserted, denied, questioned, collect(weapon) AS weapons
RETURN a.name AS supplier, b.name AS recipient, delivered AS delivered, under_way AS under_way, not_yet AS not_yet, weapons AS weapons, asserted AS asserted, denied AS denied, questioned AS questioned, a.id AS supplier_id, b.id AS recipient_id
ORDER BY delivered DESC, supplier_id, recipient_id
