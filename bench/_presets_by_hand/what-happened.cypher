MATCH (pl:Place)
WITH pl
MATCH (pl)<-[:AT|LOCATES_AT]-(n)-[:ABOUT*0..1]->(e:Event)
WITH pl, e, count(DISTINCT CASE WHEN n:Claim THEN n.id ELSE null END) AS placed_by
MATCH (e)<-[:ABOUT]-(c:Claim)
WITH pl, e, placed_by, c.stance AS stance, count(c) AS number
WITH pl, e, placed_by, sum(CASE WHEN stance IN ['asserts', 'expects'] THEN number ELSE 0 END) AS asserted,
     sum(CASE WHEN stance = 'denies' THEN number ELSE 0 END) AS denied,
     sum(CASE WHEN stance IN ['doubts', 'cannot-confirm'] THEN number ELSE 0 END) AS questioned
RETURN pl.name AS place_name, e.name AS name, toLower([l IN labels(e) WHERE NOT l IN ['Event', 'Kg']][0]) AS kind, e.period_text AS period, placed_by AS placed_by, asserted AS asserted, denied AS denied, questioned AS questioned, pl.id AS place, e.id AS event
ORDER BY place, event
