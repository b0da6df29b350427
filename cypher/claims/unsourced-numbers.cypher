// Which claims give a number but name no source?
// :title-de Welche Behauptungen nennen eine Zahl, aber keine Quelle?
// :asked   numbers without a source; unsourced figures; Zahlen ohne Quelle; Zahlen ohne Beleg
// :about   One row per root claim with a figure whose speaker is not named and not described, or is the very
//          outlet that prints it.
// :param   topic id<Topic>? = null   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :returns figure str, topic str, document str, paragraph int, speaker str?, attribution str?, what str, claim str
// :key     claim, document, paragraph
// :order   topic, claim, document, paragraph
// :table   figure, document, paragraph, speaker, what
// :tags    claims, attribution, quality, headline-5
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[k:CITED_IN]->(d:Document)-[:PUBLISHED_BY]->(o:Organization)
WHERE c.unit IS NOT NULL AND (c.root OR $as_of IS NOT NULL) AND c.stance IN ['asserts', 'expects']
  AND (c.root OR c.relays_from > $as_of) // :with as_of
  AND ($topic IS NULL OR t.id = $topic) // :with topic
  AND ($as_of IS NULL OR d.published_to <= $as_of) // :with as_of
OPTIONAL MATCH (c)-[:SAID_BY]->(a:Actor)
WITH c, k, d, t, o, a
WHERE a IS NULL OR a.id = o.id
RETURN DISTINCT c.how_many AS figure, t.id AS topic, d.id AS document, k.paragraph AS paragraph, c.speaker_name AS speaker, c.attribution AS attribution, c.paraphrase AS what, c.id AS claim
ORDER BY topic, claim, document, paragraph;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[:CITED_IN]->(d:Document)-[:PUBLISHED_BY]->(o:Organization)
WHERE c.unit IS NOT NULL AND ($topic IS NULL OR t.id = $topic)
  AND ($as_of IS NULL OR d.published_to <= $as_of) AND c.stance IN ['asserts', 'expects'] AND (c.root OR c.relays_from > $as_of)
OPTIONAL MATCH (c)-[:SAID_BY]->(a:Actor)
WITH c, d, o, a
WHERE a IS NULL OR a.id = o.id
MATCH p = (d)<-[:CITED_IN]-(c)-[:ABOUT]->(e)
RETURN p;
