// Who reported each event first, and how many followed?
// :title-de Wer meldete jedes Ereignis zuerst, und wie viele folgten?
// :asked   who was first; who broke the news; earliest report; wer war der Erste; früheste Meldung; wer brachte es
//          zuerst
// :about   One row per event that a claim asserts, expects, denies or doubts: the day of the earliest document, its
//          outlets (all of that day) and whom they gave as speakers; followed counts the documents published
//          afterwards. stage tells what is only planned, and is 'expected' where these claims say no more than that it
//          will come. First means first in this graph, not first in the world. Remarks, and claims that were taken
//          back, are left out.
// :param   topic id<Topic>? = null   only this topic
// :param   later int = 1   only events of which at least this many later documents speak
// :param   as_of date? = null   only what was published on or before this day
// :returns published date, outlets list<str>, speakers list<str>, followed int, name str, stage str?, event str
// :key     event
// :order   published, event
// :table   published, outlets, speakers, followed, name
// :drawing timeline
// :tags    sources, timeline
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
MATCH (c:Claim)-[:ABOUT]->(e:Event)
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
MATCH (c)-[:CITED_IN]->(d:Document)-[:PUBLISHED_BY]->(o:Organization)
WHERE $as_of IS NULL OR d.published_to <= $as_of // :with as_of
WITH e, c.side AS side, c.speaker_name AS speaker, d.id AS document, d.published_to AS day, o.name AS outlet
ORDER BY e.id, outlet, speaker
WITH e, sum(CASE WHEN side = 'for' THEN 1 ELSE 0 END) AS asserted, sum(CASE WHEN side = 'ahead' THEN 1 ELSE 0 END) AS ahead, min(day) AS published, collect([day, outlet, speaker]) AS told, collect(DISTINCT [day, document]) AS printed
WHERE size([pair IN printed WHERE pair[0] > published]) >= $later
UNWIND told AS one
WITH e, asserted, ahead, published, printed, one
WHERE one[0] = published
WITH e, asserted, ahead, published, printed, collect(DISTINCT one[1]) AS outlets, collect(DISTINCT one[2]) AS speakers
RETURN published AS published, outlets AS outlets, speakers AS speakers, size([pair IN printed WHERE pair[0] > published]) AS followed, e.name AS name, CASE WHEN ahead > 0 AND asserted = 0 AND coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'] THEN 'expected' ELSE e.stage END AS stage, e.id AS event
ORDER BY published, event;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[:ABOUT]->(e:Event)
WHERE ($topic IS NULL OR t.id = $topic) AND NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
MATCH (c)-[:CITED_IN]->(d:Document)
WHERE $as_of IS NULL OR d.published_to <= $as_of
WITH e, min(d.published_to) AS published, collect(DISTINCT [d.published_to, d.id]) AS printed
WHERE size([pair IN printed WHERE pair[0] > published]) >= $later
MATCH (e)<-[:ABOUT]-(c:Claim)-[:ON_TOPIC]->(t:Topic)
WHERE ($topic IS NULL OR t.id = $topic) AND NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND c.known_from = published
MATCH p = (e)<-[:ABOUT]-(c)-[:CITED_IN]->(d:Document)-[:PUBLISHED_BY]->(:Organization)
WHERE d.published_to = published
RETURN p;
