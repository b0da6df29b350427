MATCH (e:Event)<-[:ABOUT]-(c:Claim)
WITH e, c.stance AS stance, coalesce(c.speaker_name, '?') AS speaker
ORDER BY e.id, speaker
WITH e, collect(DISTINCT CASE WHEN stance = 'asserts' THEN speaker ELSE null END) AS asserted,
     collect(DISTINCT CASE WHEN stance = 'denies' THEN speaker ELSE null END) AS denied,
     collect(DISTINCT CASE WHEN stance = 'doubts' OR stance = 'cannot-confirm' THEN speaker ELSE null END) AS questioned
WHERE size(asserted) > 0 AND size(denied) + size(questioned) > 0
RETURN e.id AS event, e.name AS name, asserted AS asserted_by, denied AS denied_by, questioned AS questioned_by
ORDER BY event
