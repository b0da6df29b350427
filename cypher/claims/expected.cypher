// What was expected, planned, feared or said to hold only under a condition, and did anyone assert or deny it since?
// :title-de Was wurde erwartet, geplant, befürchtet oder nur bedingt gesagt, und hat es seither jemand behauptet oder bestritten?
// :asked   what might happen; expectations; fears; predictions; what may come; conditional claims; Erwartungen; Befürchtungen;
//          Prognosen; was droht
// :about   One row per claim that expects, is concerned, is hedged as conditional, or asserts no more than that
//          something is wanted, planned or expected, which stage tells. asserted_since and denied_since name who spoke
//          so in a document published later, about the same event or as 'disputed' counts; empty means that nobody did,
//          not that it did not come. Where stage is wanted, planned or expected, asserted_since tells who says that it
//          is. Claims that were taken back are left out.
// :param   topic id<Topic>? = null   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :returns said date, said_text span, speaker str?, stance str, hedge str, what str, stage str?, asserted_since list<str>, denied_since list<str>, event str, claim str
// :key     claim
// :order   said, claim
// :table   said, speaker, stance, what, asserted_since
// :drawing timeline
// :tags    claims, outlook
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
MATCH (c:Claim)-[:ABOUT]->(e)
WHERE (c.side = 'ahead' OR c.stance = 'concerned' OR (c.hedge = 'conditional' AND c.side <> 'back') OR (c.side = 'for' AND NOT coalesce(e.stage, 'delivered') IN ['delivered', 'under-way']))
  AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
WITH e, collect(c) AS claims
// who denies or doubts all of it since: in words on it or on a larger event, or in answer to who says so
OPTIONAL MATCH (e)-[:PART_OF_EVENT*0..]->(l)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(x:Claim)
WHERE x.side IN ['against', 'doubt'] AND x.facet = 'whole' AND (x.id = t.id OR t.side IN ['for', 'ahead'])
  AND (x.taken_back IS NULL OR x.taken_back > $as_of)
  AND ($as_of IS NULL OR (x.known_from <= $as_of AND t.known_from <= $as_of)) // :with as_of
  AND (x.root OR EXISTS { MATCH (x)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR x.relays_from > $as_of // :with as_of
  )
WITH e, claims, x.side AS side, x.speaker_id AS doubter, coalesce(x.speaker_name, '?') AS speaker, max(x.known_from) AS last ORDER BY e.id, speaker
WITH e, claims, collect(DISTINCT CASE WHEN side = 'doubt' THEN doubter ELSE null END) AS doubters,
     collect(CASE WHEN side = 'against' THEN [speaker, last] ELSE null END) AS denials
// who says that it happened, or that a part of it did
OPTIONAL MATCH (e)<-[:PART_OF_EVENT*0..]-(p)<-[:ABOUT]-(y:Claim)
WHERE y.side = 'for' AND (p.id = e.id OR coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'])
  AND (y.taken_back IS NULL OR y.taken_back > $as_of)
  AND ($as_of IS NULL OR y.known_from <= $as_of) // :with as_of
  AND (y.root OR EXISTS { MATCH (y)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR y.relays_from > $as_of // :with as_of
  )
WITH e, claims, denials, CASE WHEN y.speaker_id IN doubters THEN null ELSE coalesce(y.speaker_name, '?') END AS speaker, max(y.known_from) AS last ORDER BY e.id, speaker
WITH e, claims, denials, collect(CASE WHEN speaker IS NULL THEN null ELSE [speaker, last] END) AS assertions
UNWIND claims AS c
WITH e, c, [one IN assertions WHERE coalesce(one[1] > c.known_from, false) | one[0]] AS asserted_since,
     [one IN denials WHERE coalesce(one[1] > c.known_from, false) | one[0]] AS denied_since
RETURN c.said AS said, c.said_text AS said_text, c.speaker_name AS speaker, c.stance AS stance, c.hedge AS hedge, c.paraphrase AS what, e.stage AS stage, asserted_since AS asserted_since, denied_since AS denied_since, e.id AS event, c.id AS claim
ORDER BY said, claim;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[:ABOUT]->(e)
WHERE ($topic IS NULL OR t.id = $topic) AND (c.side = 'ahead' OR c.stance = 'concerned' OR (c.hedge = 'conditional' AND c.side <> 'back') OR (c.side = 'for' AND NOT coalesce(e.stage, 'delivered') IN ['delivered', 'under-way']))
  AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
MATCH p = (c)-[:ABOUT]->(e)
OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor)
RETURN p, s;
