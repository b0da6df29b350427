// Which documents does the graph rest on?
// :title-de Auf welchen Dokumenten beruht der Graph?
// :asked   list of documents; all articles; which texts were read; Liste der Dokumente; alle Artikel; welche Texte
//          wurden gelesen
// :about   One row per document, with its claims and how many of them are roots: claims that relay nothing and assert,
//          expect, deny or doubt something, so no remarks. Claims that were taken back are in no count.
// :param   as_of date? = null   only what was published on or before this day
// :returns published date, outlet str, title str, language str, claims int, roots int, unknown_speakers int, document str
// :key     document
// :order   published, document
// :table   published, outlet, claims, roots, document
// :drawing network
// :tags    documents
MATCH (o:Organization)<-[:PUBLISHED_BY]-(d:Document)<-[:CITED_IN]-(c:Claim)
WHERE $as_of IS NULL OR d.published_to <= $as_of // :with as_of
WITH DISTINCT o, d, c
WITH o, d, c.speaker_id IS NULL AS unknown, coalesce((c.taken_back IS NULL OR c.taken_back > $as_of), false) AS stands, NOT c.side IN ['aside', 'back'] AS voice, NOT c.root
     AND NOT coalesce(c.relays_from > $as_of, false) // :with as_of
     AS onward
WITH o, d, unknown, stands, stands AND voice AND NOT onward AS root, count(onward) AS number
RETURN d.published_to AS published, o.name AS outlet, d.title AS title, d.language AS language, sum(CASE WHEN stands THEN number ELSE 0 END) AS claims, sum(CASE WHEN root THEN number ELSE 0 END) AS roots, sum(CASE WHEN stands AND unknown THEN number ELSE 0 END) AS unknown_speakers, d.id AS document
ORDER BY published, document;
// :graph
MATCH p = (:Organization)<-[:PUBLISHED_BY]-(d:Document)
WHERE $as_of IS NULL OR d.published_to <= $as_of
OPTIONAL MATCH a = (d)-[:DRAWS_ON]->(:Organization)
RETURN p, a;
