-- claim: it was said for certain, and so was one of its roots
SELECT e.claim FROM standing_end e
WHERE NOT EXISTS (SELECT 1 FROM unsure u WHERE u.claim = e.claim)
  AND NOT EXISTS (SELECT 1 FROM unsure u WHERE u.claim = e.root)
GROUP BY e.claim
