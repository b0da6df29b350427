MATCH (c:Claim)-[:SAID_BY]->(a:Actor)
WITH a, c.stance AS stance, NOT c.root AS onward
WITH a, stance, onward, count(stance) AS number
RETURN a.name AS speaker, sum(number) AS claims, sum(CASE WHEN stance = 'asserts' THEN number ELSE 0 END) AS asserts, sum(CASE WHEN stance = 'expects' THEN number ELSE 0 END) AS expects, sum(CASE WHEN stance = 'denies' THEN number ELSE 0 END) AS denies, sum(CASE WHEN stance IN ['doubts', 'cannot-confirm', 'concerned'] THEN number ELSE 0 END) AS questions, sum(CASE WHEN onward THEN number ELSE 0 END) AS relays, a.id AS actor
ORDER BY claims DESC, actor
