// Who passes on whom, and how often?
// :title-de Wer gibt wen weiter, und wie oft?
// :asked   who quotes whom; who relays whom; citations between speakers; wer beruft sich auf wen; wer übernimmt von
//          wem
// :about   One row per teller and told: claims counts the claims of the teller that relay a claim of the told, one hop
//          at a time; several who speak together are one. An empty name is a speaker whom no text names or describes;
//          all such are one row. Relays of which one end was taken back are left out.
// :param   topic id<Topic>? = null   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :returns teller str?, told str?, claims int, topics list<str>, first_said date, first_said_text span, last_said date, last_said_text span, teller_id str, told_id str
// :key     teller_id, told_id
// :order   claims desc, teller_id, told_id
// :table   teller, told, claims, first_said, last_said
// :drawing matrix
// :tags    sources, attribution
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)
WHERE $topic IS NULL OR t.id = $topic // :with topic
MATCH (c)-[:RELAYS]->(b:Claim)
WHERE (c.taken_back IS NULL OR c.taken_back > $as_of) AND (b.taken_back IS NULL OR b.taken_back > $as_of)
  AND ($as_of IS NULL OR (c.known_from <= $as_of AND b.known_from <= $as_of)) // :with as_of
WITH t.id AS topic, coalesce(c.speaker_id, '?') AS teller_id, coalesce(b.speaker_id, '?') AS told_id, c.speaker_name AS teller, b.speaker_name AS told, count(DISTINCT c) AS claims, min(c.said) AS first_said, max(c.said) AS last_said,
     min(toString(c.said) + c.said_text) AS first, max(toString(c.said) + c.said_text) AS last
ORDER BY topic
WITH teller_id, told_id, teller, told, sum(claims) AS claims, collect(topic) AS topics, min(first_said) AS first_said, max(last_said) AS last_said,
     min(first) AS first, max(last) AS last
RETURN teller AS teller, told AS told, claims AS claims, topics AS topics, first_said AS first_said, substring(first, 10) AS first_said_text, last_said AS last_said, substring(last, 10) AS last_said_text, teller_id AS teller_id, told_id AS told_id
ORDER BY claims DESC, teller_id, told_id;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[p:RELAYS]->(b:Claim)
WHERE ($topic IS NULL OR t.id = $topic)
  AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND (b.taken_back IS NULL OR b.taken_back > $as_of) AND ($as_of IS NULL OR (c.known_from <= $as_of AND b.known_from <= $as_of))
OPTIONAL MATCH (c)-[s:SAID_BY]->(teller:Actor)
OPTIONAL MATCH (b)-[u:SAID_BY]->(source:Actor)
RETURN c, p, b, s, teller, u, source;
