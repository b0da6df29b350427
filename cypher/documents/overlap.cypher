// Which documents rest on the same words?
// :title-de Welche Dokumente beruhen auf denselben Worten?
// :asked   documents with common sources; articles that share claims; articles that copy from each other; gleiche
//          Quellen zweier Artikel; wer schreibt von wem ab; Verbindung der Artikel; gemeinsame Behauptungen;
//          Überschneidung
// :about   One row per pair of documents that go back to at least one common root claim, whether they print it or relay
//          it. shared counts these roots, of_one and of_other all roots of each, without what was taken back. Documents
//          that share nothing have no row; sharing a speaker on another occasion is not counted.
// :param   document id<Document>? = null   only this document
// :param   topic id<Topic>? = null   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :returns one str, other str, shared int, of_one int, of_other int, speakers list<str>, roots list<str>
// :key     one, other
// :order   shared desc, one, other
// :table   one, other, shared, of_one, of_other, speakers
// :tags    documents, roots
MATCH (x:Document)<-[:CITED_IN]-(:Claim)-[:RELAYS*0..12]->(r:Claim) // :with document
WHERE $document IS NULL OR x.id = $document // :with document
WITH DISTINCT r // :with document
MATCH (r)<-[:RELAYS*0..12]-(:Claim)-[:CITED_IN]->(d:Document) // :with document
WITH DISTINCT d // :with document
MATCH (d:Document)<-[:CITED_IN]-(c:Claim)
MATCH (c)-[:ON_TOPIC]->(t:Topic) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
WITH d, c
WHERE (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR d.published_to <= $as_of) // :with as_of
MATCH (c)-[hops:RELAYS*0..12]->(r:Claim)
WHERE (r.root OR $as_of IS NOT NULL) AND (r.taken_back IS NULL OR r.taken_back > $as_of)
  AND (r.root OR r.relays_from > $as_of) // :with as_of
  AND ($as_of IS NULL OR all(hop IN hops WHERE endNode(hop).known_from <= $as_of)) // :with as_of
WITH DISTINCT d, r
WITH d, collect(r) AS roots, count(r) AS number
UNWIND roots AS r
WITH r, collect([d.id, number]) AS told
WHERE size(told) > 1
UNWIND told AS first
UNWIND told AS second
WITH r, first, second
WHERE first[0] < second[0]
  AND ($document IS NULL OR first[0] = $document OR second[0] = $document) // :with document
WITH first[0] AS one, second[0] AS other, first[1] AS of_one, second[1] AS of_other, r.id AS root, r.speaker_name AS speaker
ORDER BY root
WITH one, other, of_one, of_other, collect(root) AS roots, collect(DISTINCT speaker) AS speakers
RETURN one AS one, other AS other, size(roots) AS shared, of_one AS of_one, of_other AS of_other, speakers AS speakers, roots AS roots
ORDER BY shared DESC, one, other;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[:CITED_IN]->(d:Document)
WHERE ($topic IS NULL OR t.id = $topic) AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR d.published_to <= $as_of)
MATCH p = (c)-[:RELAYS*0..12]->(r:Claim)
WHERE (r.root OR r.relays_from > $as_of) AND (r.taken_back IS NULL OR r.taken_back > $as_of) AND ($as_of IS NULL OR all(n IN nodes(p) WHERE n.known_from <= $as_of))
WITH r, collect(DISTINCT d.id) AS documents
WHERE size(documents) > 1 AND ($document IS NULL OR $document IN documents)
MATCH p = (r)<-[:RELAYS*0..12]-(c:Claim)-[:CITED_IN]->(d:Document)
WHERE (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR d.published_to <= $as_of) AND ($as_of IS NULL OR all(n IN nodes(p) WHERE n:Document OR n.known_from <= $as_of))
  AND ($topic IS NULL OR EXISTS { MATCH (c)-[:ON_TOPIC]->(:Topic {id: $topic}) })
OPTIONAL MATCH s = (r)-[:SAID_BY]->(:Actor)
RETURN p, s;
