MATCH (c:Claim)-[:ABOUT]->(e:Event)
WHERE c.stance IN ['asserts', 'expects']
MATCH (c)-[:RELAYS*0..12]->(r:Claim)
WITH c, e, r
WHERE r.root
OPTIONAL MATCH (r)-[:SAID_BY]->(a:Actor)
WITH e.id AS event, coalesce(a.id, '') AS root, a.name AS name, count(DISTINCT c) AS claims, count(DISTINCT CASE WHEN c.id = r.id THEN null ELSE c.id END) AS retold
ORDER BY event, root
WITH event, collect(root) AS roots, collect(claims) AS counts, collect(retold) AS retolds
UNWIND range(0, size(roots) - 1) AS i
WITH event, roots[i] AS root, counts[i] AS claims, retolds[i] AS retold, size(roots) AS number
WHERE root <> ''
WITH root, sum(claims) AS claims, sum(retold) AS retold, count(event) AS events,
     collect(CASE WHEN number = 1 THEN event ELSE null END) AS alone_events
MATCH (a:Actor {id: root})
RETURN a.name AS root_speaker, claims AS claims, retold AS retold, events AS events, size(alone_events) AS alone, alone_events AS alone_events, root AS root
ORDER BY alone DESC, claims DESC, root
