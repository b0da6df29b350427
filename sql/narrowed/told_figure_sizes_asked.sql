-- asked, size: how many figures ask, and with how many others each is compared
SELECT CAST(sum(asked) AS DOUBLE) AS asked, size
FROM (
  SELECT n.size, count(s.claim) AS asked
  FROM figure_count n JOIN figure_line l ON l.kind = n.kind AND l.about = n.about LEFT JOIN asker s ON s.claim = l.id
  GROUP BY n.kind, n.about, n.size
  UNION ALL
  SELECT c.size, count(s.claim)
  FROM figure_circle c JOIN figure_line l ON l.kind = c.kind AND (l.about = c.about OR l.about = c.larger)
    LEFT JOIN asker s ON s.claim = l.id
  GROUP BY c.kind, c.about, c.larger, c.size
) x
GROUP BY size
