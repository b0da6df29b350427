-- asked, size
SELECT CAST(sum(asked) AS DOUBLE), size
FROM (
  SELECT c.size, count(s.claim) AS asked
  FROM denial_circle c
    JOIN (SELECT about, id FROM plain_denial UNION ALL SELECT about, id FROM denied_line) l ON l.about = c.about
    LEFT JOIN asker s ON s.claim = l.id
  GROUP BY c.about, c.size
) x
GROUP BY size
