// Which events do claims put in different places?
// :title-de Welche Ereignisse verlegen Behauptungen an verschiedene Orte?
// :asked   contradictory places; different locations; widersprüchliche Orte; verschiedene Ortsangaben
// :about   One row per event and pair of places at which claims that assert or expect it put it, where neither lies
//          within the other. Two places need not contradict each other: troops may pass through both. Places of the
//          event itself, of remarks and denials, and of what was taken back, are left out, and so are events that all
//          claims put in one place.
// :param   topic id<Topic>? = null   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :returns name str, stage str?, one str, one_by list<str>, other str, other_by list<str>, event str, one_place str, other_place str
// :key     event, one_place, other_place
// :order   event, one_place, other_place
// :table   name, one, one_by, other, other_by
// :drawing map
// :tags    places, contradictions
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
MATCH (c:Claim)-[:LOCATES_AT]->(pl:Place)
WHERE c.side IN ['for', 'ahead'] AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
MATCH (c)-[:ABOUT]->(e:Event)
WITH e, pl, coalesce(c.speaker_name, '?') AS speaker ORDER BY e.id, pl.id, speaker
WITH e, pl, collect(DISTINCT speaker) AS speakers
MATCH (e)<-[:ABOUT]-(c:Claim)-[:LOCATES_AT]->(ql:Place)
WHERE pl.id < ql.id AND c.side IN ['for', 'ahead'] AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
MATCH (c)-[:ON_TOPIC]->(t:Topic) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
WITH e, pl, ql, speakers, coalesce(c.speaker_name, '?') AS speaker ORDER BY e.id, ql.id, speaker
WITH e, pl, ql, speakers, collect(DISTINCT speaker) AS others
OPTIONAL MATCH up = (pl)-[:WITHIN*1..]->(x:Place)
WHERE x.id = ql.id
OPTIONAL MATCH down = (ql)-[:WITHIN*1..]->(y:Place)
WHERE y.id = pl.id
WITH e, pl, ql, speakers, others, x, y
WHERE x IS NULL AND y IS NULL
RETURN e.name AS name, e.stage AS stage, pl.name AS one, speakers AS one_by, ql.name AS other, others AS other_by, e.id AS event, pl.id AS one_place, ql.id AS other_place
ORDER BY event, one_place, other_place;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[:LOCATES_AT]->(pl:Place)
WHERE ($topic IS NULL OR t.id = $topic) AND c.side IN ['for', 'ahead'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
MATCH (c)-[:ABOUT]->(e:Event)
WITH e, collect(DISTINCT pl.id) AS places
WHERE size(places) > 1
MATCH p = (e)<-[:ABOUT]-(c:Claim)-[:LOCATES_AT]->(:Place)
WHERE c.side IN ['for', 'ahead'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
MATCH (c)-[:ON_TOPIC]->(t:Topic)
WHERE $topic IS NULL OR t.id = $topic
OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor)
RETURN p, s;
