-- k, claim, does: denials and doubts of the whole, of it or a larger event, and those of one facet
SELECT DISTINCT s.k, m.claim,
  CASE WHEN c.facet <> 'whole' THEN 'facet' WHEN c.side = 'against' THEN 'denying' ELSE 'doubting' END AS does
FROM subject s JOIN above a ON a.thing = s.k JOIN aimed m ON m.thing = a.larger JOIN claim c ON c.id = m.claim
WHERE c.facet = 'whole' OR a.larger = a.thing
