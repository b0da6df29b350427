// Which documents does the graph rest on?
// :title-de Auf welchen Dokumenten beruht der Graph?
// :about   One row per document, with its claims and how many of them are roots.
// :param   as_of date? = null   only what was published on or before this day
// :returns published date, outlet str, title str, language str, claims int, roots int, unknown_speakers int, document str
// :key     document
// :order   published, document
// :table   published, outlet, claims, roots, document
// :tags    documents
MATCH (o:Organization)<-[:PUBLISHED_BY]-(d:Document)<-[:CITED_IN]-(c:Claim)
WHERE $as_of IS NULL OR d.published_to <= $as_of
WITH DISTINCT o, d, c
OPTIONAL MATCH (c)-[:RELAYS]->(x:Claim)
WHERE $as_of IS NULL OR x.known_from <= $as_of
WITH o, d, c, count(x) AS onward
RETURN d.published_to AS published, o.name AS outlet, d.title AS title, d.language AS language, count(c) AS claims, sum(CASE WHEN onward = 0 THEN 1 ELSE 0 END) AS roots, sum(CASE WHEN c.speaker_name IS NULL THEN 1 ELSE 0 END) AS unknown_speakers, d.id AS document
ORDER BY published, document;
// :graph
MATCH p = (:Organization)<-[:PUBLISHED_BY]-(d:Document)
WHERE $as_of IS NULL OR d.published_to <= $as_of
RETURN p;
