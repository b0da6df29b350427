// Through which chain did each claim on a topic reach us?
// :title-de Über welche Kette kam jede Behauptung zu einem Thema zu uns?
// :asked   path of a claim; how did the claim reach us; chain of retelling from mouth to mouth; Kette der
//          Weitergabe; Weg der Behauptung; wie kam die Meldung zu uns
// :about   One row per claim and root, from the teller to the root over the chain that was known first; '?' is a teller
//          that the text does not name, and '… 9 …' stands for nine tellers in the middle of a long chain. Claims that
//          were taken back are kept here, and those that pass them on: taken_back is the day on which it was known that
//          the claim, or else the root, was. A claim whose chains only run in a circle has no root and no row.
// :param   topic id<Topic>   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :example --topic troop-numbers
// :returns said date, said_text span, speaker str?, stance str, figure str?, chain list<str>, root str, claim str, taken_back date?
// :key     claim, root
// :order   said desc, claim, chain, root
// :table   said, figure, chain, claim
// :drawing chain
// :tags    claims, attribution
MATCH (:Topic {id: $topic})<-[:ON_TOPIC]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of // :with as_of
OPTIONAL MATCH (c)-[way:ROOTED_IN]->(x:Claim)
WHERE (x.root OR x.relays_from > $as_of)
  AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
WITH c, coalesce(x, c) AS r, [coalesce(c.speaker_name, '?')] + coalesce(way.tellers, []) + CASE WHEN x IS NULL THEN [] ELSE [coalesce(x.speaker_name, '?')] END AS chain
WHERE r.root OR r.relays_from > $as_of
RETURN c.said AS said, c.said_text AS said_text, c.speaker_name AS speaker, c.stance AS stance, c.how_many AS figure, chain AS chain, r.id AS root, c.id AS claim, coalesce(CASE WHEN c.taken_back > $as_of THEN null ELSE c.taken_back END, CASE WHEN r.taken_back > $as_of THEN null ELSE r.taken_back END) AS taken_back
ORDER BY said DESC, claim, chain, root;
// :graph
MATCH (:Topic {id: $topic})<-[:ON_TOPIC]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of
OPTIONAL MATCH (c)-[way:ROOTED_IN]->(x:Claim)
WHERE (x.root OR x.relays_from > $as_of) AND ($as_of IS NULL OR way.known_from <= $as_of)
WITH c, x, way
WHERE c.root OR x IS NOT NULL OR c.relays_from > $as_of
WITH c, x, [c.id] + coalesce(way.through, []) + CASE WHEN x IS NULL THEN [] ELSE [x.id] END AS chain, coalesce(way.hops, 0) AS hops
UNWIND chain AS id
MATCH (n:Claim {id: id})
OPTIONAL MATCH p = (n)-[:RELAYS]->(m:Claim)
WHERE m.id IN chain
// a chain of which the middle is left out
OPTIONAL MATCH l = (c)-[:ROOTED_IN]->(x)
WHERE hops >= size(chain) AND n.id = c.id
OPTIONAL MATCH e = (n)-[:ABOUT]->()
WHERE n.id = c.id
OPTIONAL MATCH s = (n)-[:SAID_BY]->(:Actor)
WHERE n.id = c.id
RETURN n, p, l, e, s;
