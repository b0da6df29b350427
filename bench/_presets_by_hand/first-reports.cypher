MATCH (c:Claim)-[:ABOUT]->(e:Event)
WHERE NOT c.side IN ['aside', 'back'] AND c.taken_back IS NULL
MATCH (c)-[:CITED_IN]->(d:Document)-[:PUBLISHED_BY]->(o:Organization)
WITH e, c.side AS side, c.speaker_name AS speaker, d.id AS document, d.published_to AS day, o.name AS outlet
ORDER BY e.id, outlet, speaker
WITH e, sum(CASE WHEN side = 'for' THEN 1 ELSE 0 END) AS asserted, sum(CASE WHEN side = 'ahead' THEN 1 ELSE 0 END) AS ahead, min(day) AS published, collect([day, outlet, speaker]) AS told, collect(DISTINCT [day, document]) AS printed
WHERE size([pair IN printed WHERE pair[0] > published]) >= $later
UNWIND told AS one
WITH e, asserted, ahead, published, printed, one
WHERE one[0] = published
WITH e, asserted, ahead, published, printed, collect(DISTINCT one[1]) AS outlets, collect(DISTINCT one[2]) AS speakers
RETURN published AS published, outlets AS outlets, speakers AS speakers, size([pair IN printed WHERE pair[0] > published]) AS followed, e.name AS name, CASE WHEN ahead > 0 AND asserted = 0 AND coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'] THEN 'expected' ELSE e.stage END AS stage, e.id AS event
ORDER BY published, event
