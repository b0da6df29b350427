MATCH (a:Actor)-[:DELIVERED]->(s:Shipment)-[:RECEIVED_BY]->(b:Actor)
MATCH (s)<-[:ABOUT]-(c:Claim)
WITH a, b, s, c ORDER BY c.said, c.id
WITH a, b, s, collect(DISTINCT c.how_many + ' (' + coalesce(c.speaker_name, '?') + ')') AS figures,
     sum(CASE WHEN c.stance IN ['asserts', 'expects'] THEN 1 ELSE 0 END) AS asserted,
     sum(CASE WHEN c.stance = 'denies' THEN 1 ELSE 0 END) AS denied,
     sum(CASE WHEN c.stance IN ['doubts', 'cannot-confirm'] THEN 1 ELSE 0 END) AS questioned
RETURN a.name AS supplier, b.name AS recipient, s.goods AS goods, s.period_text AS period, figures AS figures, asserted AS asserted, denied AS denied, questioned AS questioned, s.stage AS stage, s.id AS shipment
ORDER BY supplier, recipient, shipment
