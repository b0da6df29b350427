// Whose figures does each outlet print: of named, unnamed or no sources?
// :title-de Wessen Zahlen druckt jedes Medium: von benannten, unbenannten oder gar keinen Quellen?
// :asked   media that print unnamed sources; outlets by kind of source; Zeitungen und ihre Quellen; Medien mit
//          anonymen Quellen
// :about   One row per outlet. figures counts the root claims with a figure that its documents print, each once;
//          own_voice are its own, unnamed are of a source described without a name, unknown of nobody at all. Claims
//          that relay another one are left out, because their figure is the root's, and so are remarks and what was
//          taken back.
// :param   topic id<Topic>? = null   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :returns name str, figures int, named int, unnamed int, own_voice int, unknown int, outlet str
// :key     outlet
// :order   figures desc, outlet
// :drawing matrix
// :tags    sources, figures, quality
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
MATCH (c:Claim)
WHERE c.unit IS NOT NULL AND (c.root OR $as_of IS NOT NULL)
  AND (c.root OR c.relays_from > $as_of) // :with as_of
  AND NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
MATCH (c)-[:CITED_IN]->(d:Document)-[:PUBLISHED_BY]->(o:Organization)
WHERE $as_of IS NULL OR d.published_to <= $as_of // :with as_of
WITH DISTINCT c, o
WITH o, CASE WHEN c.speaker_id IS NULL THEN 'unknown' WHEN c.speaker_id = o.id THEN 'own' WHEN EXISTS { MATCH (c)-[:SAID_BY|STATED_IN]->(a) WHERE NOT a:UnnamedSource } THEN 'named' ELSE 'unnamed' END AS whose
RETURN o.name AS name, count(whose) AS figures, sum(CASE WHEN whose = 'named' THEN 1 ELSE 0 END) AS named, sum(CASE WHEN whose = 'unnamed' THEN 1 ELSE 0 END) AS unnamed, sum(CASE WHEN whose = 'own' THEN 1 ELSE 0 END) AS own_voice, sum(CASE WHEN whose = 'unknown' THEN 1 ELSE 0 END) AS unknown, o.id AS outlet
ORDER BY figures DESC, outlet;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)
WHERE ($topic IS NULL OR t.id = $topic) AND c.unit IS NOT NULL AND (c.root OR c.relays_from > $as_of) AND NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
MATCH p = (c)-[:CITED_IN]->(d:Document)-[:PUBLISHED_BY]->(:Organization)
WHERE $as_of IS NULL OR d.published_to <= $as_of
OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor)
RETURN p, s;
