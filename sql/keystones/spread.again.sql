SELECT gone, claim FROM spread
UNION
SELECT s.gone, r.claim
FROM spread s JOIN retelling r ON r.other = s.claim JOIN handed_on h ON h.claim = r.claim
GROUP BY s.gone, r.claim, h.others HAVING count(*) = h.others
UNION
SELECT s.gone, r.other
FROM spread s JOIN retelling r ON r.claim = s.claim JOIN handed_on h ON h.claim = r.other AND h.unheard
GROUP BY s.gone, r.other, h.above HAVING count(*) = h.above
