MATCH (a:Actor)
MATCH (a)-[r:DELIVERED|RECEIVED_BY|SENT|HOSTED_BY|USED|SIGNED_BY]-(e:Event)
WITH a, e, type(r) AS edge
OPTIONAL MATCH (e)-[:PART_OF_EVENT*0..]->(:Event)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(x:Claim)
WHERE x.side IN ['against', 'doubt'] AND x.facet = 'whole' AND (x.id = t.id OR t.side IN ['for', 'ahead'])
  AND x.taken_back IS NULL
  AND (x.root OR EXISTS { MATCH (x)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH a, e, edge, x, EXISTS { MATCH (x)-[:SAID_BY]->(:Actor)-[:PART_OF*0..12]->(o:Actor) WHERE o.id = a.id } AS own
WITH a, e, edge, collect(DISTINCT CASE WHEN x.side = 'doubt' THEN x.speaker_id ELSE null END) AS doubters,
     collect(DISTINCT CASE WHEN own AND x.side = 'against' THEN x.id ELSE null END) AS denials
MATCH (e)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side IN ['for', 'ahead'] AND (p.id = e.id OR (c.side = 'for' AND (coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'])))
  AND c.taken_back IS NULL
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH a, e, edge, doubters, denials, c, EXISTS { MATCH (c)-[:SAID_BY]->(:Actor)-[:PART_OF*0..12]->(o:Actor) WHERE o.id = a.id } AS own
WITH a, e, edge, denials, collect(DISTINCT CASE WHEN own AND (c.side = 'ahead' OR NOT coalesce(c.speaker_id IN doubters, false)) THEN c.id ELSE null END) AS admissions,
     count(DISTINCT CASE WHEN own OR c.side = 'ahead' OR c.speaker_id IN doubters THEN null ELSE c.id END) AS asserted_by
WHERE asserted_by > 0
OPTIONAL MATCH (e)-[:PART_OF_EVENT*0..]->(larger:Event)
WITH a, e, edge, denials, admissions, asserted_by, collect(DISTINCT larger) AS up
OPTIONAL MATCH (e)<-[:PART_OF_EVENT*1..]-(part:Event)
WITH a, e, edge, denials, admissions, asserted_by, up, collect(DISTINCT part) AS down
UNWIND up + down AS near
OPTIONAL MATCH (near)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(y:Claim)
WHERE y.side <> 'back' AND y.taken_back IS NULL
WITH a, e, edge, denials, admissions, asserted_by, y, EXISTS { MATCH (y)-[:SAID_BY]->(:Actor)-[:PART_OF*0..12]->(o:Actor) WHERE o.id = a.id } AS own
WITH a, e, edge, size(denials) AS denied, size(admissions) AS admitted, asserted_by,
     count(DISTINCT CASE WHEN own AND y.stance <> 'no-comment' AND NOT y.id IN denials AND NOT y.id IN admissions THEN y.id ELSE null END) AS left_open,
     count(DISTINCT CASE WHEN own AND y.stance = 'no-comment' THEN y.id ELSE null END) AS no_comment
RETURN a.name AS name, CASE edge WHEN 'DELIVERED' THEN 'supplier' WHEN 'RECEIVED_BY' THEN 'recipient' WHEN 'SENT' THEN 'sender' WHEN 'HOSTED_BY' THEN 'host' WHEN 'USED' THEN 'user' ELSE 'signatory' END AS role, e.name AS event_name, e.stage AS stage, asserted_by AS asserted_by, denied + admitted + left_open > 0 AS answered, denied AS denied, admitted AS admitted, left_open AS left_open, no_comment AS no_comment, e.id AS event, a.id AS actor
ORDER BY actor, asserted_by DESC, event, role
