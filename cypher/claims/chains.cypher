// Through which chain did each claim on a topic reach us?
// :title-de Über welche Kette kam jede Behauptung zu einem Thema zu uns?
// :asked   path of a claim; how did the claim reach us; chain of retelling from mouth to mouth; Kette der
//          Weitergabe; Weg der Behauptung; wie kam die Meldung zu uns
// :about   One row per claim and chain, from the teller to the root; '?' is a teller that the text does not name.
//          Claims that were taken back are kept here, and those that pass them on: taken_back is the day on which it
//          was known that the claim, or else the root, was.
// :param   topic id<Topic>   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :example --topic troop-numbers
// :returns said date, said_text span, speaker str?, stance str, figure str?, chain list<str>, root str, claim str, taken_back date?
// :key     claim, chain, root
// :order   said desc, claim, chain, root
// :table   said, figure, chain, claim
// :tags    claims, attribution
MATCH (:Topic {id: $topic})<-[:ON_TOPIC]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of // :with as_of
MATCH p = (c)-[:RELAYS*0..12]->(r:Claim)
WHERE (r.root OR r.relays_from > $as_of)
  AND ($as_of IS NULL OR all(n IN nodes(p) WHERE n.known_from <= $as_of)) // :with as_of
WITH c, r, [n IN nodes(p) | coalesce(n.speaker_name, '?')] AS chain
RETURN DISTINCT c.said AS said, c.said_text AS said_text, c.speaker_name AS speaker, c.stance AS stance, c.how_many AS figure, chain AS chain, r.id AS root, c.id AS claim, coalesce(CASE WHEN c.taken_back > $as_of THEN null ELSE c.taken_back END, CASE WHEN r.taken_back > $as_of THEN null ELSE r.taken_back END) AS taken_back
ORDER BY said DESC, claim, chain, root;
// :graph
MATCH (:Topic {id: $topic})<-[:ON_TOPIC]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of
MATCH p = (c)-[:RELAYS*0..12]->(:Claim)
WHERE $as_of IS NULL OR all(n IN nodes(p) WHERE n.known_from <= $as_of)
MATCH e = (c)-[:ABOUT]->()
OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor)
RETURN p, e, s;
