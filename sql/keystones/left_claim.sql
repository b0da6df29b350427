-- world, claim: what is left without each of them around what it touches
SELECT x.world, x.claim
FROM (SELECT DISTINCT h.gone AS world, a.claim FROM counted_again h JOIN around a ON a.k = h.k) x
  LEFT JOIN lost l ON l.gone = x.world AND l.claim = x.claim
WHERE l.claim IS NULL
