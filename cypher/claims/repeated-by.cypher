// Who repeats a claim, directly or through others?
// :title-de Wer wiederholt eine Behauptung, unmittelbar oder über andere?
// :asked   who copied it; retellings of a claim; who took it over; wer hat es übernommen; Wiederholungen einer
//          Behauptung
// :about   One row per claim that passes it on; hops counts the relays in between, and 0 is the claim itself. figure is
//          what each of them says, documents is where it is printed. Claims that were taken back are kept here:
//          taken_back is the day on which that was known. Reports that do not say from whom they have it are not found.
// :param   claim id<Claim>   only this claim
// :param   as_of date? = null   only what was published on or before this day
// :example --claim wapo-source-troops-training-2024-10-11
// :returns hops int, said date, said_text span, speaker str?, stance str, figure str?, what str, documents list<str>, taken_back date?, told_by str
// :key     told_by
// :order   hops, said, told_by
// :table   hops, said, speaker, figure, documents
// :tags    claims, attribution
MATCH p = (:Claim {id: $claim})<-[:RELAYS*0..12]-(c:Claim)
WHERE $as_of IS NULL OR all(n IN nodes(p) WHERE n.known_from <= $as_of)
WITH c, min(length(p)) AS hops
MATCH (c)-[:CITED_IN]->(d:Document)
WHERE $as_of IS NULL OR d.published_to <= $as_of
WITH c, hops, d.id AS document
ORDER BY c.id, document
WITH c, hops, collect(DISTINCT document) AS documents
RETURN hops AS hops, c.said AS said, c.said_text AS said_text, c.speaker_name AS speaker, c.stance AS stance, c.how_many AS figure, c.paraphrase AS what, documents AS documents, CASE WHEN c.taken_back > $as_of THEN null ELSE c.taken_back END AS taken_back, c.id AS told_by
ORDER BY hops, said, told_by;
// :graph
MATCH p = (:Claim {id: $claim})<-[:RELAYS*0..12]-(c:Claim)
WHERE $as_of IS NULL OR all(n IN nodes(p) WHERE n.known_from <= $as_of)
MATCH k = (c)-[:CITED_IN]->(d:Document)-[:PUBLISHED_BY]->(:Organization)
WHERE $as_of IS NULL OR d.published_to <= $as_of
RETURN p, k, [(c)-[r:SAID_BY]->(a:Actor) | [r, a]] AS said;
