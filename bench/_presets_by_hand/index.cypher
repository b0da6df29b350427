MATCH (o:Organization)<-[:PUBLISHED_BY]-(d:Document)<-[:CITED_IN]-(c:Claim)
WITH DISTINCT o, d, c
RETURN d.published_to AS published, o.name AS outlet, d.title AS title, d.language AS language, count(c) AS claims, sum(CASE WHEN c.root THEN 1 ELSE 0 END) AS roots, sum(CASE WHEN c.speaker_name IS NULL THEN 1 ELSE 0 END) AS unknown_speakers, d.id AS document
ORDER BY published, document
