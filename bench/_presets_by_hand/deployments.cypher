MATCH (e:Deployment)<-[:ABOUT]-(c:Claim)
WITH e, c ORDER BY c.said, c.id
WITH e, collect(DISTINCT c.how_many + ' (' + coalesce(c.speaker_name, '?') + ')') AS figures,
     sum(CASE WHEN c.stance IN ['asserts', 'expects'] THEN 1 ELSE 0 END) AS asserted,
     sum(CASE WHEN c.stance = 'denies' THEN 1 ELSE 0 END) AS denied,
     sum(CASE WHEN c.stance IN ['doubts', 'cannot-confirm'] THEN 1 ELSE 0 END) AS questioned
OPTIONAL MATCH (e)<-[:SENT]-(a:Actor)
OPTIONAL MATCH (e)-[:HOSTED_BY]->(b:Actor)
RETURN a.name AS sender, b.name AS host, e.personnel AS personnel, e.name AS name, e.period_text AS period, figures AS figures, asserted AS asserted, denied AS denied, questioned AS questioned, e.id AS deployment
ORDER BY sender, host, deployment
