// Which sources stay unnamed, how are they described, and who passes them on?
// :title-de Welche Quellen bleiben ungenannt, wie werden sie beschrieben, und wer gibt sie weiter?
// :asked   anonymous sources; unnamed officials; insiders; anonyme Quellen; Insider; namenlose Gewährsleute
// :about   One row per described source without a name; part_of is where it belonged when it spoke. Claims that were
//          taken back are not counted.
// :param   as_of date? = null   only what was published on or before this day
// :returns source str, wording str, part_of list<str>, claims int, passed_on_by list<str>, documents list<str>, actor str
// :key     actor
// :order   claims desc, actor
// :table   source, wording, part_of, claims, passed_on_by
// :drawing chain
// :tags    sources, attribution
MATCH (a:UnnamedSource)<-[:SAID_BY]-(c:Claim)-[:CITED_IN]->(d:Document)
WHERE (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR d.published_to <= $as_of) // :with as_of
OPTIONAL MATCH (a)-[m:PART_OF]->(o:Actor)
WHERE coalesce(m.since_from <= c.said, true) AND coalesce(m.until_to >= c.said, true)
OPTIONAL MATCH (c)<-[:RELAYS]-(r:Claim)
WHERE (r.taken_back IS NULL OR r.taken_back > $as_of)
  AND ($as_of IS NULL OR r.known_from <= $as_of) // :with as_of
WITH a, c, d, o, r ORDER BY a.id, o.name, r.speaker_name, d.id
RETURN a.name AS source, a.wording AS wording, collect(DISTINCT o.name) AS part_of, count(DISTINCT c) AS claims, collect(DISTINCT r.speaker_name) AS passed_on_by, collect(DISTINCT d.id) AS documents, a.id AS actor
ORDER BY claims DESC, actor;
// :graph
MATCH p = (a:UnnamedSource)<-[:SAID_BY]-(c:Claim)-[:CITED_IN]->(d:Document)
WHERE (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR d.published_to <= $as_of)
OPTIONAL MATCH r = (c)<-[:RELAYS]-(b:Claim)-[:SAID_BY]->(:Actor)
WHERE (b.taken_back IS NULL OR b.taken_back > $as_of) AND ($as_of IS NULL OR b.known_from <= $as_of)
RETURN p, r;
