// Which documents does the graph rest on?
// :title-de Auf welchen Dokumenten beruht der Graph?
// :asked   list of documents; all articles; which texts were read; Liste der Dokumente; alle Artikel; welche Texte
//          wurden gelesen
// :about   One row per document, with the claims that it prints or states itself and how many of them are roots: claims
//          that relay nothing and assert, expect, deny or doubt something, so no remarks. Claims that were taken back are
//          in no count. held tells whether we have its text, and corrected is the day of the first correction of it.
// :param   as_of date? = null   only what was published on or before this day
// :returns published date, outlet str?, title str, kind str, language str, held bool, corrected date?, claims int, roots int, unknown_speakers int, document str
// :key     document
// :order   published, document
// :table   published, outlet, claims, roots, document
// :drawing network
// :tags    documents
MATCH (d:Document)<-[:CITED_IN|STATED_IN]-(c:Claim)
WHERE $as_of IS NULL OR (d.published_to <= $as_of AND c.known_from <= $as_of) // :with as_of
WITH DISTINCT d, c
WITH d, c.speaker_id IS NULL AS unknown, coalesce((c.taken_back IS NULL OR c.taken_back > $as_of), false) AS stands, NOT c.side IN ['aside', 'back'] AS voice, NOT c.root
     AND NOT coalesce(c.relays_from > $as_of, false) // :with as_of
     AS onward
WITH d, unknown, stands, stands AND voice AND NOT onward AS root, count(onward) AS number
WITH d, sum(CASE WHEN stands THEN number ELSE 0 END) AS claims, sum(CASE WHEN root THEN number ELSE 0 END) AS roots, sum(CASE WHEN stands AND unknown THEN number ELSE 0 END) AS unknown_speakers
OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(o:Organization)
OPTIONAL MATCH (d)<-[:CORRECTS]-(k:Document)
WHERE $as_of IS NULL OR k.published_to <= $as_of // :with as_of
WITH d, o, claims, roots, unknown_speakers, min(k.published_to) AS corrected
RETURN d.published_to AS published, o.name AS outlet, d.title AS title, d.kind AS kind, d.language AS language, d.file IS NOT NULL AS held, corrected AS corrected, claims AS claims, roots AS roots, unknown_speakers AS unknown_speakers, d.id AS document
ORDER BY published, document;
// :graph
MATCH (d:Document)
WHERE $as_of IS NULL OR d.published_to <= $as_of
OPTIONAL MATCH p = (:Organization)<-[:PUBLISHED_BY]-(d)
OPTIONAL MATCH a = (d)-[:DRAWS_ON]->(:Organization)
OPTIONAL MATCH b = (d)-[:REPRINT_OF|TRANSLATES|CORRECTS]->(e:Document)
WHERE $as_of IS NULL OR e.published_to <= $as_of
OPTIONAL MATCH s = (d)<-[:STATED_IN]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of
RETURN d, p, a, b, s;
