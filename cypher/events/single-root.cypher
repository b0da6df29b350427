// Which events look well reported, but go back to a single source?
// :title-de Welche Ereignisse wirken gut belegt, gehen aber auf eine einzige Quelle zurück?
// :asked   events with one source; only one source behind many reports; false confirmation; eine einzige Quelle; nur
//          eine Quelle; scheinbar gut belegt; events that rest on one source; figures from only one source; Zahlen aus
//          nur einer Quelle
// :about   One row per event that at least two speakers or two documents assert or expect, while all of it goes back to one
//          root speaker, or to one root that nobody is named for. claims counts the tellings, documents where they are
//          printed. Events that one speaker tells in one document are left out, and so are those with two roots.
// :param   topic id<Topic>? = null   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :returns name str, claims int, documents int, root_speaker str?, tellers list<str>, event str, root str
// :key     event
// :order   claims desc, event
// :table   name, claims, documents, root_speaker, tellers
// :tags    events, roots, quality
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
MATCH (c:Claim)-[:ABOUT]->(e:Event)
WHERE c.side IN ['for', 'ahead']
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
MATCH (c)-[:RELAYS*0..12]->(r:Claim)
WHERE (r.root OR $as_of IS NOT NULL)
  AND (r.root OR r.relays_from > $as_of) // :with as_of
MATCH (c)-[hops:RELAYS*0..12]->(r) // :with as_of
WHERE $as_of IS NULL OR all(hop IN hops WHERE endNode(hop).known_from <= $as_of) // :with as_of
OPTIONAL MATCH (r)-[:SAID_BY]->(a:Actor)
WITH e, count(DISTINCT c) AS claims, min(coalesce(a.id, r.id)) AS root, max(coalesce(a.id, r.id)) AS last, min(a.name) AS root_speaker
WHERE root = last AND claims > 1
MATCH (e)<-[:ABOUT]-(c:Claim)
WHERE c.side IN ['for', 'ahead']
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
MATCH (c)-[:ON_TOPIC]->(t:Topic) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
MATCH (c)-[:CITED_IN]->(d:Document)
WHERE $as_of IS NULL OR d.published_to <= $as_of // :with as_of
WITH e, claims, root, root_speaker, d.id AS document, coalesce(c.speaker_name, '?') AS teller
ORDER BY teller
WITH e, claims, root, root_speaker, count(DISTINCT document) AS documents, collect(DISTINCT teller) AS tellers
WHERE documents > 1 OR size(tellers) > 1
RETURN e.name AS name, claims AS claims, documents AS documents, root_speaker AS root_speaker, tellers AS tellers, e.id AS event, root AS root
ORDER BY claims DESC, event;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[:ABOUT]->(e:Event)
WHERE ($topic IS NULL OR t.id = $topic) AND c.side IN ['for', 'ahead'] AND ($as_of IS NULL OR c.known_from <= $as_of)
MATCH p = (c)-[:RELAYS*0..12]->(r:Claim)
WHERE (r.root OR r.relays_from > $as_of) AND ($as_of IS NULL OR all(n IN nodes(p) WHERE n.known_from <= $as_of))
OPTIONAL MATCH (r)-[:SAID_BY]->(a:Actor)
WITH e, count(DISTINCT c) AS claims, min(coalesce(a.id, r.id)) AS root, max(coalesce(a.id, r.id)) AS last
WHERE root = last AND claims > 1
MATCH (e)<-[:ABOUT]-(c:Claim)-[:ON_TOPIC]->(t:Topic)
WHERE ($topic IS NULL OR t.id = $topic) AND c.side IN ['for', 'ahead'] AND ($as_of IS NULL OR c.known_from <= $as_of)
MATCH (c)-[:CITED_IN]->(d:Document)
WHERE $as_of IS NULL OR d.published_to <= $as_of
WITH e, count(DISTINCT d) AS documents, count(DISTINCT coalesce(c.speaker_name, '?')) AS tellers
WHERE documents > 1 OR tellers > 1
MATCH q = (e)<-[:ABOUT]-(c:Claim)-[:ON_TOPIC]->(t:Topic)
WHERE ($topic IS NULL OR t.id = $topic) AND c.side IN ['for', 'ahead'] AND ($as_of IS NULL OR c.known_from <= $as_of)
MATCH p = (c)-[:RELAYS*0..12]->(r:Claim)
WHERE $as_of IS NULL OR all(n IN nodes(p) WHERE n.known_from <= $as_of)
OPTIONAL MATCH s = (r)-[:SAID_BY]->(:Actor)
RETURN q, p, s;
