MATCH (f:Finding)-[:OF_TYPE]->(w:WeaponType)
MATCH (f)<-[:ABOUT]-(c:Claim)
WITH f, w, c.stance AS stance, count(c) AS number
WITH f, w, sum(CASE WHEN stance IN ['asserts', 'expects'] THEN number ELSE 0 END) AS asserted,
     sum(CASE WHEN stance = 'denies' THEN number ELSE 0 END) AS denied,
     sum(CASE WHEN stance IN ['doubts', 'cannot-confirm'] THEN number ELSE 0 END) AS questioned
OPTIONAL MATCH (f)-[:FOUND_BY]->(a:Actor)
OPTIONAL MATCH (f)-[:SUPPORTS]->(e:Event)
WITH f, w, asserted, denied, questioned, a, e ORDER BY e.id
WITH f, w, asserted, denied, questioned, a, collect(e.id) AS supports
OPTIONAL MATCH (f)-[:AT]->(pl:Place)
WITH f, w, asserted, denied, questioned, a, supports, pl ORDER BY pl.name
WITH f, w, asserted, denied, questioned, a, supports, collect(pl.name) AS places
RETURN w.name AS weapon, f.name AS name, a.name AS found_by, places AS places, supports AS supports, asserted AS asserted, denied AS denied, questioned AS questioned, f.id AS finding, w.id AS weapon_type
ORDER BY weapon_type, finding
