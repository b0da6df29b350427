-- gone, document, name, claims: who and what changes something, and how many claims fall
SELECT g.gone, g.document, coalesce(a.name, g.gone), l.claims
FROM candidate g JOIN (SELECT DISTINCT gone FROM counted_again) h ON h.gone = g.gone LEFT JOIN actor a ON a.id = g.gone
  LEFT JOIN (SELECT gone, count(*) AS claims FROM lost GROUP BY gone) l ON l.gone = g.gone
ORDER BY 1
