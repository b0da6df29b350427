// What did the curators infer, because the text leaves it open?
// :title-de Was haben die Kuratoren erschlossen, weil der Text es offenlässt?
// :asked   inferences of the curators; read between the lines; what the editors added; Annahmen der Kuratoren; was
//          steht nicht im Text; Schlussfolgerungen
// :about   One row per claim and facet (who, what, how-many, when, where, said) that is not in the words of the text,
//          with the reason. Everything else in a claim is as the text has it. Facets of documents, such as the outlet,
//          are not here. Claims that were taken back since are among them, because they were printed.
// :param   topic id<Topic>? = null   only this topic
// :param   document id<Document>? = null   only this document
// :param   as_of date? = null   only what was published on or before this day
// :returns facet str, reason str, speaker str?, what str, documents list<str>, claim str
// :key     claim, facet
// :order   facet, claim
// :table   facet, reason, claim
// :drawing chain
// :tags    quality
MATCH (x:Document)<-[:CITED_IN]-(c:Claim) // :with document
WHERE $document IS NULL OR x.id = $document // :with document
WITH DISTINCT c // :with document
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
MATCH (c:Claim)-[:CITED_IN]->(d:Document)
WHERE c.inferred IS NOT NULL
  AND ($as_of IS NULL OR d.published_to <= $as_of) // :with as_of
WITH c, d.id AS document ORDER BY document
WITH c, collect(DISTINCT document) AS documents
WHERE $document IS NULL OR $document IN documents // :with document
UNWIND c.inferred AS item
WITH c, documents, item, split(item, ': ')[0] AS facet
RETURN facet AS facet, substring(item, size(facet) + 2) AS reason, c.speaker_name AS speaker, c.paraphrase AS what, documents AS documents, c.id AS claim
ORDER BY facet, claim;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[:CITED_IN]->(d:Document)
WHERE ($topic IS NULL OR t.id = $topic) AND c.inferred IS NOT NULL AND ($as_of IS NULL OR d.published_to <= $as_of)
WITH c, collect(DISTINCT d.id) AS documents
WHERE $document IS NULL OR $document IN documents
MATCH p = (c)-[:CITED_IN]->(d:Document)
WHERE $as_of IS NULL OR d.published_to <= $as_of
RETURN p;
