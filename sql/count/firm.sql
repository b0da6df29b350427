-- k, root: what may count in the least number
SELECT DISTINCT s.k, e.root
FROM supporting s JOIN ask a ON a.k = s.k JOIN standing_end e ON e.claim = s.claim JOIN claim r ON r.id = e.root
WHERE s.vouches AND r.facet = 'whole' AND NOT EXISTS (SELECT 1 FROM unsure u WHERE u.claim = e.root)
  AND (a.sides = 'all' OR r.side = 'for' OR (a.sides = 'support' AND r.side = 'ahead'))
  AND (NOT a.firm OR r.hedge NOT IN ('possible', 'conditional'))
