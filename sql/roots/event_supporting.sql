-- k, claim, vouches: what supports it, and what may count in the least number
SELECT v.k, v.claim, v.does = CASE WHEN a.sides = 'for' THEN 'vouching' ELSE 'expecting' END AS vouches
FROM vote v JOIN ask a ON a.k = v.k WHERE v.does IN ('vouching', 'presuming', 'expecting')
