MATCH (c:Claim)-[:SAID_BY]->(a:Actor)
WHERE c.taken_back IS NULL
WITH a, c.side AS side, c.facet = 'whole' AS whole, NOT c.root
     AS onward
WITH a, side, whole, onward, count(side) AS number
RETURN a.name AS speaker, sum(number) AS claims, sum(CASE WHEN side = 'for' THEN number ELSE 0 END) AS asserts, sum(CASE WHEN side = 'ahead' THEN number ELSE 0 END) AS expects, sum(CASE WHEN side = 'against' AND whole THEN number ELSE 0 END) AS denies, sum(CASE WHEN side = 'doubt' AND whole THEN number ELSE 0 END) AS questions, sum(CASE WHEN side IN ['against', 'doubt'] AND NOT whole THEN number ELSE 0 END) AS in_part, sum(CASE WHEN onward THEN number ELSE 0 END) AS relays, a.id AS actor
ORDER BY claims DESC, actor
