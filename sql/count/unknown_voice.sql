-- k, label, why: one for each document
SELECT u.k, coalesce(p.label, u.claim) AS label,
  CASE WHEN bool_and(h.claim IS NOT NULL) THEN 'held back' WHEN bool_and(u.unsure) THEN 'in question' ELSE 'unknown' END AS why
FROM unknown_root u LEFT JOIN (SELECT DISTINCT k, claim, label FROM unknown_paper) p ON p.k = u.k AND p.claim = u.claim
  LEFT JOIN held_claim h ON h.claim = u.claim
GROUP BY u.k, coalesce(p.label, u.claim)
