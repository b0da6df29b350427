// Who is on the record, and how often did they assert, deny or leave open?
// :title-de Wer hat sich geäußert, und wie oft behauptend, bestreitend oder offenlassend?
// :asked   who speaks how often; most quoted speakers; who made statements; wer äussert sich wie oft; wer redet am
//          meisten; Zahl der Wortmeldungen
// :about   One row per actor that speaks; counts are claims, a joint statement for each who makes it. questions are
//          those that doubt or cannot confirm; in_part are those that deny or doubt one side of an event only, such as
//          how many. Fears, remarks, refusals to comment and retractions are in claims only, and what was taken back is
//          in no count. relays are those that pass on another claim.
// :param   topic id<Topic>? = null   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :returns speaker str, claims int, asserts int, expects int, denies int, questions int, in_part int, relays int, actor str
// :key     actor
// :order   claims desc, actor
// :table   speaker, claims, asserts, expects, denies, questions
// :drawing matrix
// :tags    actors
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
MATCH (c:Claim)-[:SAID_BY]->(a:Actor)
WHERE (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
WITH a, c.side AS side, c.facet = 'whole' AS whole, NOT c.root
     AND NOT coalesce(c.relays_from > $as_of, false) // :with as_of
     AS onward
WITH a, side, whole, onward, count(side) AS number
RETURN a.name AS speaker, sum(number) AS claims, sum(CASE WHEN side = 'for' THEN number ELSE 0 END) AS asserts, sum(CASE WHEN side = 'ahead' THEN number ELSE 0 END) AS expects, sum(CASE WHEN side = 'against' AND whole THEN number ELSE 0 END) AS denies, sum(CASE WHEN side = 'doubt' AND whole THEN number ELSE 0 END) AS questions, sum(CASE WHEN side IN ['against', 'doubt'] AND NOT whole THEN number ELSE 0 END) AS in_part, sum(CASE WHEN onward THEN number ELSE 0 END) AS relays, a.id AS actor
ORDER BY claims DESC, actor;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)
WHERE $topic IS NULL OR t.id = $topic
MATCH p = (c)-[:SAID_BY]->(:Actor)
WHERE (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of)
RETURN p;
