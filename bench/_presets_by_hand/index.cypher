MATCH (o:Organization)<-[:PUBLISHED_BY]-(d:Document)<-[:CITED_IN]-(c:Claim)
WITH DISTINCT o, d, c
WITH o, d, c.speaker_id IS NULL AS unknown, c.taken_back IS NULL AS stands, NOT c.side IN ['aside', 'back'] AS voice, NOT c.root
     AS onward
WITH o, d, unknown, stands, stands AND voice AND NOT onward AS root, count(onward) AS number
RETURN d.published_to AS published, o.name AS outlet, d.title AS title, d.language AS language, sum(CASE WHEN stands THEN number ELSE 0 END) AS claims, sum(CASE WHEN root THEN number ELSE 0 END) AS roots, sum(CASE WHEN stands AND unknown THEN number ELSE 0 END) AS unknown_speakers, d.id AS document
ORDER BY published, document
