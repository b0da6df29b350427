// Which claims give a number but name no source?
// :title-de Welche Behauptungen nennen eine Zahl, aber keine Quelle?
// :asked   numbers without a source; unsourced figures; Zahlen ohne Quelle; Zahlen ohne Beleg
// :about   One row per place in print of a claim that asserts or expects a figure behind which nobody stands: at the
//          end of each of its chains is a speaker who is not named and not described, or the very outlet that prints
//          that root, or one that took its words back. A claim whose chains only run in a circle has no root, so it is
//          among them. Claims that were taken back themselves are left out.
// :param   topic id<Topic>? = null   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :returns figure str, topic str, document str, paragraph int?, spot str?, speaker str?, attribution str?, what str, claim str
// :key     claim, document, paragraph, spot
// :order   topic, claim, document, paragraph, spot
// :table   figure, document, paragraph, spot, speaker, what
// :drawing figures
// :tags    claims, attribution, quality, headline-5
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)
WHERE c.unit IS NOT NULL AND c.side IN ['for', 'ahead']
  AND ($topic IS NULL OR t.id = $topic) // :with topic
  AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
OPTIONAL MATCH (c)-[way:ROOTED_IN]->(e:Claim)
WHERE (way.until IS NULL OR way.until > $as_of)
  AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
WITH t, c, coalesce(e, c) AS r
OPTIONAL MATCH (r)-[:CITED_IN]->(x:Document)-[:PUBLISHED_BY]->(o:Organization)
WHERE o.id = r.speaker_id
  AND ($as_of IS NULL OR x.published_to <= $as_of) // :with as_of
WITH t, c, sum(CASE WHEN r.speaker_id IS NOT NULL AND o.id IS NULL AND (r.root OR r.relays_from > $as_of) THEN 1 ELSE 0 END) AS sourced
WHERE sourced = 0
MATCH (c)-[k:CITED_IN]->(d:Document)
WHERE $as_of IS NULL OR d.published_to <= $as_of // :with as_of
RETURN DISTINCT c.how_many AS figure, t.id AS topic, d.id AS document, k.paragraph AS paragraph, k.spot AS spot, c.speaker_name AS speaker, c.attribution AS attribution, c.paraphrase AS what, c.id AS claim
ORDER BY topic, claim, document, paragraph, spot;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)
WHERE c.unit IS NOT NULL AND c.side IN ['for', 'ahead'] AND ($topic IS NULL OR t.id = $topic) AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
OPTIONAL MATCH (c)-[way:ROOTED_IN]->(e:Claim)
WHERE (way.until IS NULL OR way.until > $as_of) AND ($as_of IS NULL OR way.known_from <= $as_of)
WITH c, coalesce(e, c) AS r
OPTIONAL MATCH (r)-[:CITED_IN]->(x:Document)-[:PUBLISHED_BY]->(o:Organization)
WHERE o.id = r.speaker_id AND ($as_of IS NULL OR x.published_to <= $as_of)
WITH c, sum(CASE WHEN r.speaker_id IS NOT NULL AND o.id IS NULL AND (r.root OR r.relays_from > $as_of) THEN 1 ELSE 0 END) AS sourced
WHERE sourced = 0
MATCH p = (d:Document)<-[:CITED_IN]-(c)-[:ABOUT]->()
WHERE $as_of IS NULL OR d.published_to <= $as_of
RETURN p;
