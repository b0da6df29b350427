// What was expected, feared or said to hold only under a condition, and did anyone assert or deny it since?
// :title-de Was wurde erwartet, befürchtet oder nur bedingt gesagt, und hat es seither jemand behauptet oder bestritten?
// :asked   what might happen; expectations; fears; predictions; what may come; conditional claims; Erwartungen; Befürchtungen;
//          Prognosen; was droht
// :about   One row per claim that expects, is concerned, or is hedged as conditional. asserted_since and denied_since
//          name who spoke about the same event in a document published later; empty means that nobody did, not that
//          it did not come.
// :param   topic id<Topic>? = null   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :returns said date, said_text span, speaker str?, stance str, hedge str, what str, asserted_since list<str>, denied_since list<str>, event str, claim str
// :key     claim
// :order   said, claim
// :table   said, speaker, stance, what, asserted_since
// :tags    claims, outlook
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
MATCH (c:Claim)-[:ABOUT]->(e)
WHERE (c.side = 'ahead' OR c.stance = 'concerned' OR c.hedge = 'conditional')
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
WITH e, collect(c) AS claims
OPTIONAL MATCH (e)<-[:ABOUT]-(x:Claim)
WHERE x.side IN ['for', 'against']
  AND ($as_of IS NULL OR x.known_from <= $as_of) // :with as_of
WITH e, claims, x.side AS side, coalesce(x.speaker_name, '?') AS speaker, max(x.known_from) AS last
ORDER BY speaker
WITH e, claims, collect([side, speaker, last]) AS told
UNWIND claims AS c
RETURN c.said AS said, c.said_text AS said_text, c.speaker_name AS speaker, c.stance AS stance, c.hedge AS hedge, c.paraphrase AS what, [one IN told WHERE one[0] = 'for' AND one[2] > c.known_from | one[1]] AS asserted_since, [one IN told WHERE one[0] = 'against' AND one[2] > c.known_from | one[1]] AS denied_since, e.id AS event, c.id AS claim
ORDER BY said, claim;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[:ABOUT]->(e)
WHERE ($topic IS NULL OR t.id = $topic) AND (c.side = 'ahead' OR c.stance = 'concerned' OR c.hedge = 'conditional')
  AND ($as_of IS NULL OR c.known_from <= $as_of)
MATCH p = (c)-[:ABOUT]->(e)
OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor)
RETURN p, s;
