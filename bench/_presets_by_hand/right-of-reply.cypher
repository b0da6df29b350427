MATCH (a:Actor)-[r:DELIVERED|RECEIVED_BY|SENT|HOSTED_BY|USED|SIGNED_BY]-(e:Event)
MATCH (e)<-[:ABOUT]-(c:Claim)
OPTIONAL MATCH (c)-[:SAID_BY]->(:Actor)-[:PART_OF*0..6]->(own:Actor)
WITH a, e, c, type(r) AS edge, collect(own.id) AS wholes
WITH a, e, edge, c.stance AS stance, a.id IN wholes AS own
WITH a, e, edge, sum(CASE WHEN NOT own AND stance = 'asserts' THEN 1 ELSE 0 END) AS asserted_by, sum(CASE WHEN own THEN 1 ELSE 0 END) AS answers,
     sum(CASE WHEN own AND stance = 'denies' THEN 1 ELSE 0 END) AS denied, sum(CASE WHEN own AND stance IN ['asserts', 'expects'] THEN 1 ELSE 0 END) AS admitted
WHERE asserted_by > 0
RETURN a.name AS name, CASE edge WHEN 'DELIVERED' THEN 'supplier' WHEN 'RECEIVED_BY' THEN 'recipient' WHEN 'SENT' THEN 'sender' WHEN 'HOSTED_BY' THEN 'host' WHEN 'USED' THEN 'user' ELSE 'signatory' END AS role, e.name AS event_name, asserted_by AS asserted_by, answers > 0 AS answered, denied AS denied, admitted AS admitted, answers - denied - admitted AS left_open, e.id AS event, a.id AS actor
ORDER BY actor, asserted_by DESC, event, role
