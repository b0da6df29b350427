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
// :drawing chain
// :tags    documents, roots
MATCH (x:Document)<-[:CITED_IN]-(:Claim)-[:ROOTED_IN*0..1]->(r:Claim) // :with document
WHERE $document IS NULL OR x.id = $document // :with document
WITH DISTINCT r // :with document
MATCH (r)<-[:ROOTED_IN*0..1]-(:Claim)-[:CITED_IN]->(d:Document) // :with document
WITH DISTINCT d // :with document
MATCH (d:Document)<-[:CITED_IN]-(c:Claim)
MATCH (c)-[:ON_TOPIC]->(t:Topic) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
WITH d, c
WHERE (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR d.published_to <= $as_of) // :with as_of
MATCH (c)-[ways:ROOTED_IN*0..1]->(r:Claim)
WHERE (r.root OR $as_of IS NOT NULL) AND (r.taken_back IS NULL OR r.taken_back > $as_of)
  AND (r.root OR r.relays_from > $as_of) // :with as_of
  AND ($as_of IS NULL OR all(way IN ways WHERE way.known_from <= $as_of)) // :with as_of
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
OPTIONAL MATCH (c)-[way:ROOTED_IN]->(e:Claim)
WHERE (way.until IS NULL OR way.until > $as_of) AND ($as_of IS NULL OR way.known_from <= $as_of)
WITH c, d, way, coalesce(e, c) AS r
WHERE r.root OR r.relays_from > $as_of
WITH r, collect(DISTINCT d.id) AS documents, collect([c.id, d.id, coalesce(way.through, []), coalesce(way.hops, 0)]) AS told
WHERE size(documents) > 1 AND ($document IS NULL OR $document IN documents)
UNWIND told AS one
WITH r, one[1] AS document, one[3] AS hops, [one[0]] + one[2] + CASE WHEN one[3] = 0 THEN [] ELSE [r.id] END AS chain
UNWIND chain AS id
MATCH (n:Claim {id: id})
OPTIONAL MATCH (n)-[p:RELAYS]->(m:Claim)
WHERE m.id IN chain
OPTIONAL MATCH (n)-[k:CITED_IN]->(d:Document {id: document})
// a chain of which the middle is left out
OPTIONAL MATCH (n)-[l:ROOTED_IN]->(r)
WHERE hops >= size(chain) AND n.id = chain[0]
WITH DISTINCT n, p, k, d, l, n.id = r.id AS root
OPTIONAL MATCH (n)-[s:SAID_BY]->(a:Actor)
WHERE root
RETURN n, p, k, d, l, s, a;
