// What was physically found, and what is it said to show?
// :title-de Was wurde gefunden, und was soll es belegen?
// :asked   physical evidence; what evidence supports it; proof; debris; Beweise; Belege; Spuren; Trümmer
// :about   One row per finding and claim that asserts, expects, denies or doubts it. Remarks are left out, and so are
//          claims that were taken back or only pass on such a one.
// :param   as_of date? = null   only what was published on or before this day
// :returns finding str, name str, supports list<str>, stage str?, speaker str?, stance str, what str, said date, said_text span, claim str
// :key     claim
// :order   finding, said, claim
// :table   finding, speaker, stance, what
// :drawing network
// :tags    events, evidence
MATCH (f:Finding)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
OPTIONAL MATCH (f)-[:SUPPORTS]->(e:Event)
WITH f, c, e ORDER BY e.id
WITH f, c, collect(DISTINCT e.id) AS supports
RETURN f.id AS finding, f.name AS name, supports AS supports, f.stage AS stage, c.speaker_name AS speaker, c.stance AS stance, c.paraphrase AS what, c.said AS said, c.said_text AS said_text, c.id AS claim
ORDER BY finding, said, claim;
// :graph
MATCH p = (f:Finding)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
OPTIONAL MATCH s = (f)-[:SUPPORTS]->(:Event)
OPTIONAL MATCH b = (c)-[:SAID_BY]->(:Actor)
RETURN p, s, b;
