// What was denied, doubted, not confirmed or taken back, and by whom?
// :title-de Was wurde bestritten, bezweifelt, nicht bestätigt oder widerrufen, und von wem?
// :asked   denials; doubts; unconfirmed claims; retractions; who denies it; Dementis; was ist unbestätigt; Zweifel
//          daran; wer bestreitet es; Rückzieher
// :about   One row per claim that denies, doubts, cannot confirm or retracts, with the claims that it answers.
// :param   topic id<Topic>? = null   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :returns said date, said_text span, stance str, speaker str?, what str, event str, answers list<str>, claim str
// :key     claim
// :order   said, claim
// :table   said, stance, speaker, what, claim
// :tags    claims, denials, headline-2
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
MATCH (c:Claim)-[:ABOUT]->(e)
WHERE c.side IN ['against', 'doubt', 'back']
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
OPTIONAL MATCH (c)-[:ANSWERS]->(b:Claim)
WHERE $as_of IS NULL OR b.known_from <= $as_of // :with as_of
WITH c, e, b ORDER BY b.id
WITH c, e, collect(DISTINCT b.id) AS answers
RETURN c.said AS said, c.said_text AS said_text, c.stance AS stance, c.speaker_name AS speaker, c.paraphrase AS what, e.id AS event, answers AS answers, c.id AS claim
ORDER BY said, claim;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)
WHERE c.side IN ['against', 'doubt', 'back']
  AND ($topic IS NULL OR t.id = $topic) AND ($as_of IS NULL OR c.known_from <= $as_of)
MATCH p = (c)-[:ABOUT]->()
OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor)
OPTIONAL MATCH q = (c)-[:ANSWERS]->(b:Claim)-[:SAID_BY]->(:Actor)
WHERE $as_of IS NULL OR b.known_from <= $as_of
RETURN p, s, q;
