MATCH (c:Claim)-[:CITED_IN]->(d:Document)
WHERE c.inferred IS NOT NULL
WITH c, d.id AS document ORDER BY document
WITH c, collect(DISTINCT document) AS documents
UNWIND c.inferred AS item
WITH c, documents, item, split(item, ': ')[0] AS facet
RETURN facet AS facet, substring(item, size(facet) + 2) AS reason, c.speaker_name AS speaker, c.paraphrase AS what, documents AS documents, c.id AS claim
ORDER BY facet, claim
