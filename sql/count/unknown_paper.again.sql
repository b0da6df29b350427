SELECT u.k, u.claim, min(m.label) OVER (PARTITION BY u.k, u.claim) AS label, u.original
FROM unknown_paper u JOIN (
  SELECT k, original, min(label) AS label FROM unknown_paper GROUP BY k, original
) m ON m.k = u.k AND m.original = u.original
