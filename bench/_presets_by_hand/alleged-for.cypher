MATCH (w:WeaponType)<-[:OF_TYPE]-(e:Event)<-[:ABOUT]-(c:Claim)
WITH w, e, c.stance AS stance, count(c) AS number
MATCH (e)-[r:DELIVERED|RECEIVED_BY|USED|AGAINST]-(a:Actor)
WHERE coalesce(e.stage, 'delivered') IN ['delivered', 'under-way']
WITH a, w, e, type(r) AS edge, stance, number
ORDER BY e.id
WITH a, w, CASE edge WHEN 'DELIVERED' THEN 'supplied' WHEN 'RECEIVED_BY' THEN 'received' WHEN 'USED' THEN 'used' ELSE 'targeted by' END AS role, collect(DISTINCT e.id) AS events,
     sum(CASE WHEN stance IN ['asserts', 'expects'] THEN number ELSE 0 END) AS asserted,
     sum(CASE WHEN stance = 'denies' THEN number ELSE 0 END) AS denied,
     sum(CASE WHEN stance IN ['doubts', 'cannot-confirm'] THEN number ELSE 0 END) AS questioned
RETURN a.name AS name, role AS role, w.name AS weapon, asserted AS asserted, denied AS denied, questioned AS questioned, events AS events, a.id AS actor, w.id AS weapon_type
ORDER BY actor, role, asserted DESC, weapon_type
