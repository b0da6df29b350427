MATCH (c:Claim)-[:ABOUT]->(e:Event)
MATCH (c)-[:CITED_IN]->(d:Document)-[:PUBLISHED_BY]->(o:Organization)
WITH e, c.speaker_name AS speaker, d.id AS document, d.published_to AS day, o.name AS outlet
ORDER BY e.id, outlet, speaker
WITH e, min(day) AS published, collect([day, outlet, speaker]) AS told, collect(DISTINCT [day, document]) AS printed
WHERE size([pair IN printed WHERE pair[0] > published]) >= $later
UNWIND told AS one
WITH e, published, printed, one
WHERE one[0] = published
WITH e, published, printed, collect(DISTINCT one[1]) AS outlets, collect(DISTINCT one[2]) AS speakers
RETURN published AS published, outlets AS outlets, speakers AS speakers, size([pair IN printed WHERE pair[0] > published]) AS followed, e.name AS name, e.id AS event
ORDER BY published, event
