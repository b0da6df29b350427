-- world, claim: what was known
SELECT p.world, p.claim
FROM day_print p LEFT JOIN day_hidden h ON h.world = p.world AND h.claim = p.claim WHERE h.claim IS NULL
