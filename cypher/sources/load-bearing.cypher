// On which speakers does the most rest, and which events rest on one of them alone?
// :title-de Auf wem ruht das meiste, und welche Ereignisse ruhen auf einem allein?
// :asked   most important sources; on whom it rests; whom does it all depend on; key speakers; wichtigste Quellen;
//          von wem hängt alles ab; tragende Sprecher;
//          on whom does everything depend
// :about   One row per speaker at the end of a chain, named or described. claims counts the asserting or expecting
//          claims about events that go back to them, retellings included; alone counts the events for which no
//          asserting claim goes back to anybody else. A root without a speaker counts against alone but has no row.
// :param   topic id<Topic>? = null   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :returns root_speaker str, claims int, retold int, events int, alone int, alone_events list<str>, root str
// :key     root
// :order   alone desc, claims desc, root
// :table   root_speaker, claims, retold, events, alone
// :tags    sources, roots
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
MATCH (c:Claim)-[:ABOUT]->(e:Event)
WHERE c.side IN ['for', 'ahead']
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
MATCH (c)-[hops:RELAYS*0..12]->(r:Claim)
WHERE (r.root OR $as_of IS NOT NULL)
  AND (r.root OR r.relays_from > $as_of) // :with as_of
  AND ($as_of IS NULL OR all(hop IN hops WHERE endNode(hop).known_from <= $as_of)) // :with as_of
OPTIONAL MATCH (r)-[:SAID_BY]->(a:Actor)
WITH e.id AS event, coalesce(a.id, '') AS root, a.name AS name, count(DISTINCT c) AS claims, count(DISTINCT CASE WHEN c.id = r.id THEN null ELSE c.id END) AS retold
ORDER BY event, root
WITH event, collect(root) AS roots, collect(claims) AS counts, collect(retold) AS retolds
UNWIND range(0, size(roots) - 1) AS i
WITH event, roots[i] AS root, counts[i] AS claims, retolds[i] AS retold, size(roots) AS number
WHERE root <> ''
WITH root, sum(claims) AS claims, sum(retold) AS retold, count(event) AS events,
     collect(CASE WHEN number = 1 THEN event ELSE null END) AS alone_events
MATCH (a:Actor {id: root})
RETURN a.name AS root_speaker, claims AS claims, retold AS retold, events AS events, size(alone_events) AS alone, alone_events AS alone_events, root AS root
ORDER BY alone DESC, claims DESC, root;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[:ABOUT]->(e:Event)
WHERE ($topic IS NULL OR t.id = $topic) AND c.side IN ['for', 'ahead'] AND ($as_of IS NULL OR c.known_from <= $as_of)
MATCH p = (c)-[:RELAYS*1..12]->(r:Claim)
WHERE $as_of IS NULL OR all(n IN nodes(p) WHERE n.known_from <= $as_of)
MATCH q = (e)<-[:ABOUT]-(c)
OPTIONAL MATCH s = (r)-[:SAID_BY]->(:Actor)
RETURN p, q, s;
