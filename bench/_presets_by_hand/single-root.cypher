MATCH (c:Claim)-[:ABOUT]->(e:Event)
WHERE c.stance IN ['asserts', 'expects']
MATCH (c)-[:RELAYS*0..12]->(r:Claim)
WITH c, e, r
WHERE r.root
OPTIONAL MATCH (r)-[:SAID_BY]->(a:Actor)
WITH e, count(DISTINCT c) AS claims, min(coalesce(a.id, r.id)) AS root, max(coalesce(a.id, r.id)) AS last, min(a.name) AS root_speaker
WHERE root = last AND claims > 1
MATCH (e)<-[:ABOUT]-(c:Claim)
WHERE c.stance IN ['asserts', 'expects']
MATCH (c)-[:CITED_IN]->(d:Document)
WITH e, claims, root, root_speaker, d.id AS document, coalesce(c.speaker_name, '?') AS teller
ORDER BY teller
WITH e, claims, root, root_speaker, count(DISTINCT document) AS documents, collect(DISTINCT teller) AS tellers
WHERE documents > 1 OR size(tellers) > 1
RETURN e.name AS name, claims AS claims, documents AS documents, root_speaker AS root_speaker, tellers AS tellers, e.id AS event, root AS root
ORDER BY claims DESC, event
