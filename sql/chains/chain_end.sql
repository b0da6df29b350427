-- claim, root: for each claim that relays the claims that relay nothing at the ends of its chains
SELECT coalesce(c.member, j.claim) AS claim, j.here AS root
FROM jump j LEFT JOIN circle c ON c.leader = j.claim
WHERE NOT EXISTS (SELECT 1 FROM relaying r WHERE r.claim = j.here)
