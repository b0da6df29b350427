MATCH (a:Actor)
MATCH (a)-[r:DELIVERED|RECEIVED_BY|USED|AGAINST]-(e:Event)-[:OF_TYPE]->(w:WeaponType)
WHERE coalesce(e.stage, 'delivered') IN ['delivered', 'under-way']
WITH a, w, e, r
WHERE EXISTS { MATCH (e)<-[:PART_OF_EVENT*0..]-(:Event)<-[:ABOUT]-(k:Claim)
  }
WITH a, w, e, CASE type(r) WHEN 'DELIVERED' THEN 'supplied' WHEN 'RECEIVED_BY' THEN 'received' WHEN 'USED' THEN 'used' ELSE 'targeted by' END AS role
OPTIONAL MATCH (e)-[:PART_OF_EVENT*0..]->(:Event)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(x:Claim)
WHERE x.side IN ['against', 'doubt'] AND x.facet = 'whole' AND (x.id = t.id OR t.side IN ['for', 'ahead'])
  AND x.taken_back IS NULL
  AND (x.root OR EXISTS { MATCH (x)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH e, a, w, role, collect(DISTINCT CASE WHEN x.side = 'against' THEN x.id ELSE null END) AS denials,
     collect(DISTINCT CASE WHEN x.side = 'doubt' THEN x.id ELSE null END) AS doubts,
     collect(DISTINCT CASE WHEN x.side = 'doubt' THEN x.speaker_id ELSE null END) AS doubters
OPTIONAL MATCH (e)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side IN ['for', 'ahead'] AND (p.id = e.id OR (c.side = 'for' AND (coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'])))
  AND c.taken_back IS NULL
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH e, a, w, role, denials, doubts, collect(DISTINCT CASE WHEN c.side <> 'for' OR c.speaker_id IN doubters THEN null ELSE c.id END) AS assertions,
     collect(DISTINCT CASE WHEN c.side = 'for' AND c.speaker_id IN doubters THEN c.id ELSE null END) AS wavering,
     count(DISTINCT CASE WHEN c.side = 'ahead' THEN c.id ELSE null END) AS ahead
WITH a, w, role, e, [id IN assertions | ['asserted', id]] + [id IN denials | ['denied', id]] + [id IN doubts + wavering | ['questioned', id]] AS votes ORDER BY e.id
UNWIND votes AS vote
WITH a, w, role, count(DISTINCT CASE WHEN vote[0] = 'asserted' THEN vote[1] ELSE null END) AS asserted,
     count(DISTINCT CASE WHEN vote[0] = 'denied' THEN vote[1] ELSE null END) AS denied,
     count(DISTINCT CASE WHEN vote[0] = 'questioned' THEN vote[1] ELSE null END) AS questioned,
     collect(DISTINCT e.id) AS events
RETURN a.name AS name, role AS role, w.name AS weapon, asserted AS asserted, denied AS denied, questioned AS questioned, events AS events, a.id AS actor, w.id AS weapon_type
ORDER BY actor, role, asserted DESC, weapon_type
