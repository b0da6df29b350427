// What was denied, doubted, not confirmed or taken back, and by whom?
// :title-de Was wurde bestritten, bezweifelt, nicht bestätigt oder widerrufen, und von wem?
// :asked   denials; doubts; unconfirmed claims; retractions; who denies it; Dementis; was ist unbestätigt; Zweifel
//          daran; wer bestreitet es; Rückzieher
// :about   One row per claim that denies, doubts, cannot confirm or retracts, with the claims that it answers, among
//          them those that a retraction took back. facet is whole, or the one side of it, such as how-many, that is
//          denied or doubted: the rest is then left alone. A denial or doubt of the whole stands against the parts of
//          its event and against what it answers, too. event is what it is about: a claim or document where it says that
//          something was never said or is not real, which is no vote on the event. A denial that was itself taken back
//          is left out.
// :param   topic id<Topic>? = null   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :returns said date, said_text span, stance str, facet str, speaker str?, what str, event str, answers list<str>, claim str
// :key     claim
// :order   said, claim
// :table   said, stance, facet, speaker, what, claim
// :drawing answers
// :tags    claims, denials, headline-2
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
MATCH (c:Claim)-[:ABOUT]->(e)
WHERE c.side IN ['against', 'doubt', 'back']
  AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
OPTIONAL MATCH (c)-[:ANSWERS]->(b:Claim)
WHERE $as_of IS NULL OR b.known_from <= $as_of // :with as_of
WITH c, e, b ORDER BY b.id
WITH c, e, collect(DISTINCT b.id) AS answers
RETURN c.said AS said, c.said_text AS said_text, c.stance AS stance, c.facet AS facet, c.speaker_name AS speaker, c.paraphrase AS what, e.id AS event, answers AS answers, c.id AS claim
ORDER BY said, claim;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)
WHERE c.side IN ['against', 'doubt', 'back']
  AND ($topic IS NULL OR t.id = $topic) AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
MATCH p = (c)-[:ABOUT]->()
OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor)
OPTIONAL MATCH q = (c)-[:ANSWERS]->(b:Claim)-[:SAID_BY]->(:Actor)
WHERE $as_of IS NULL OR b.known_from <= $as_of
RETURN p, s, q;
