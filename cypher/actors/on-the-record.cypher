// Who is on the record, and how often did they assert, deny or leave open?
// :title-de Wer hat sich geäussert, und wie oft behauptend, bestreitend oder offenlassend?
// :about   One row per actor that speaks; counts are claims.
// :param   topic id<Topic>? = null   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :returns speaker str, claims int, asserts int, expects int, denies int, questions int, relays int, actor str
// :key     actor
// :order   claims desc, actor
// :tags    actors
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[:SAID_BY]->(a:Actor)
WHERE ($topic IS NULL OR t.id = $topic) AND ($as_of IS NULL OR c.known_from <= $as_of)
OPTIONAL MATCH (c)-[:RELAYS]->(x:Claim)
WHERE $as_of IS NULL OR x.known_from <= $as_of
WITH a, c, count(x) AS onward
RETURN a.name AS speaker, count(c) AS claims, sum(CASE WHEN c.stance = 'asserts' THEN 1 ELSE 0 END) AS asserts, sum(CASE WHEN c.stance = 'expects' THEN 1 ELSE 0 END) AS expects, sum(CASE WHEN c.stance = 'denies' THEN 1 ELSE 0 END) AS denies, sum(CASE WHEN c.stance IN ['doubts', 'cannot-confirm', 'concerned'] THEN 1 ELSE 0 END) AS questions, sum(CASE WHEN onward = 0 THEN 0 ELSE 1 END) AS relays, a.id AS actor
ORDER BY claims DESC, actor;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[:SAID_BY]->(a:Actor)
WHERE ($topic IS NULL OR t.id = $topic) AND ($as_of IS NULL OR c.known_from <= $as_of)
MATCH p = (a)<-[x:CLAIMED_BY|DENIED_BY|QUESTIONED_BY]-(:Event)
WHERE x.claim = c.id
RETURN p;
