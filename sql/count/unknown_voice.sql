-- k, label, unsure: one for each document
SELECT u.k, coalesce(p.label, u.claim) AS label, bool_and(u.unsure) AS unsure
FROM unknown_root u LEFT JOIN (SELECT DISTINCT k, claim, label FROM unknown_paper) p ON p.k = u.k AND p.claim = u.claim
GROUP BY u.k, coalesce(p.label, u.claim)
