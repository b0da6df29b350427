MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[:RELAYS]->(b:Claim)
OPTIONAL MATCH (c)-[:SAID_BY]->(a:Actor)
OPTIONAL MATCH (b)-[:SAID_BY]->(z:Actor)
WITH t.id AS topic, a, z, count(DISTINCT c) AS claims, min(c.said) AS first_said, max(c.said) AS last_said
ORDER BY topic
WITH a, z, sum(claims) AS claims, collect(topic) AS topics, min(first_said) AS first_said, max(last_said) AS last_said
RETURN a.name AS teller, z.name AS told, claims AS claims, topics AS topics, first_said AS first_said, last_said AS last_said, coalesce(a.id, '?') AS teller_id, coalesce(z.id, '?') AS told_id
ORDER BY claims DESC, teller_id, told_id
