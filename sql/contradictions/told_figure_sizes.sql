-- asked, size: how many figures are compared with how many others
SELECT sum(asked) AS asked, size
FROM (
  SELECT size / 2.0 AS asked, size FROM figure_count
  UNION ALL
  SELECT CAST(asking AS DOUBLE), size FROM figure_circle
) x
GROUP BY size
