-- the largest circle
SELECT max(size) FROM (
  SELECT size FROM figure_count
  UNION ALL
  SELECT size + 1 FROM figure_circle
) x
