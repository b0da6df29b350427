-- claim: one of its roots asserts, and nobody questions that it was said
SELECT DISTINCT e.claim FROM standing_end e JOIN claim r ON r.id = e.root
WHERE r.side = 'for' AND NOT EXISTS (SELECT 1 FROM unsure u WHERE u.claim = e.root)
