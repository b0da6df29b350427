-- gone, k: what each loss touches
SELECT l.gone, t.k FROM lost l JOIN touching t ON t.claim = l.claim
UNION
SELECT g.gone, t.k
FROM candidate g JOIN copied c ON c.other = g.gone JOIN place p ON p.document = c.document
  JOIN touching t ON t.claim = p.claim
WHERE g.document
