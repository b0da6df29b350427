-- k, claim: who vouches for the whole through a part that is denied
SELECT DISTINCT v.k, v.claim
FROM vote v JOIN claim c ON c.id = v.claim JOIN above a ON a.thing = c.about
  JOIN denied_part d ON d.k = v.k AND d.thing = a.larger
WHERE v.does = 'vouching'
