MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)
MATCH (c)-[:RELAYS]->(b:Claim)
WHERE c.taken_back IS NULL AND b.taken_back IS NULL
WITH t.id AS topic, coalesce(c.speaker_id, '?') AS teller_id, coalesce(b.speaker_id, '?') AS told_id, c.speaker_name AS teller, b.speaker_name AS told, count(DISTINCT c) AS claims, min(c.said) AS first_said, max(c.said) AS last_said,
     min(toString(c.said) + c.said_text) AS first, max(toString(c.said) + c.said_text) AS last
ORDER BY topic
WITH teller_id, told_id, teller, told, sum(claims) AS claims, collect(topic) AS topics, min(first_said) AS first_said, max(last_said) AS last_said,
     min(first) AS first, max(last) AS last
RETURN teller AS teller, told AS told, claims AS claims, topics AS topics, first_said AS first_said, substring(first, 10) AS first_said_text, last_said AS last_said, substring(last, 10) AS last_said_text, teller_id AS teller_id, told_id AS told_id
ORDER BY claims DESC, teller_id, told_id
