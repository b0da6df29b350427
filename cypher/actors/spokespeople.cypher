// Who speaks for an actor, in which office, and how often?
// :title-de Wer spricht für einen Akteur, in welchem Amt und wie oft?
// :asked   spokesperson of a government; officials who speak for someone; in whose name does somebody speak; Sprecher
//          einer Regierung; wer redet im Namen von jemandem; spokesperson of someone
// :about   One row per speaker who is the actor or belongs to it when speaking, at any depth; steps counts the
//          memberships in between. offices are all that the speaker held then, also outside the actor. Belonging is not
//          the same as speaking on behalf of: read the claims with 'said-by'. Claims that were taken back are not
//          counted.
// :param   actor id<Actor>   only this actor
// :param   topic id<Topic>? = null   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :example --actor us
// :returns speaker str, kind str, offices list<str>, steps int, claims int, first_said date, first_said_text span, last_said date, last_said_text span, speaker_id str
// :key     speaker_id
// :order   claims desc, speaker_id
// :table   speaker, offices, claims, first_said, last_said
// :drawing network
// :tags    actors
MATCH (:Actor {id: $actor})<-[office:PART_OF*0..12]-(a:Actor)
MATCH (a)<-[:SAID_BY]-(c:Claim)
WHERE (c.taken_back IS NULL OR c.taken_back > $as_of) AND all(m IN office WHERE coalesce(m.since_from <= c.said, true) AND coalesce(m.until_to >= c.said, true))
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
MATCH (c)-[:ON_TOPIC]->(t:Topic) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
WITH a, c, min(size(office)) AS steps
OPTIONAL MATCH (a)-[m:PART_OF]->(o:Actor)
WHERE coalesce(m.since_from <= c.said, true) AND coalesce(m.until_to >= c.said, true)
WITH a, c, steps, coalesce(m.role + ', ', '') + o.name AS held ORDER BY held
WITH a, min(steps) AS steps, collect(DISTINCT held) AS offices, count(DISTINCT c) AS claims, min(c.said) AS first_said, max(c.said) AS last_said,
     min(toString(c.said) + c.said_text) AS first, max(toString(c.said) + c.said_text) AS last
RETURN a.name AS speaker, CASE WHEN a:State THEN 'state' WHEN a:Person THEN 'person' WHEN a:UnnamedSource THEN 'unnamed source' ELSE coalesce(a.kind, 'organization') END AS kind, offices AS offices, steps AS steps, claims AS claims, first_said AS first_said, substring(first, 10) AS first_said_text, last_said AS last_said, substring(last, 10) AS last_said_text, a.id AS speaker_id
ORDER BY claims DESC, speaker_id;
// :graph
MATCH q = (:Actor {id: $actor})<-[office:PART_OF*0..12]-(a:Actor)
MATCH (a)<-[:SAID_BY]-(c:Claim)-[:ON_TOPIC]->(t:Topic)
WHERE all(m IN office WHERE coalesce(m.since_from <= c.said, true) AND coalesce(m.until_to >= c.said, true)) AND ($topic IS NULL OR t.id = $topic) AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
MATCH s = (a)<-[:SAID_BY]-(c)
RETURN q, s;
