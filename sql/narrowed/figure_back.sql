-- kind, about, id, place: after how many of these about an event each figure that asks about a larger one was said
SELECT p.kind, p.about, p.id, CASE WHEN p.size > r.reach THEN p.place ELSE 0 END AS place
FROM (
  SELECT kind, about, id, other,
    sum(other) OVER (PARTITION BY kind, about, larger ORDER BY moment, clock, id ROWS UNBOUNDED PRECEDING) AS place,
    sum(other) OVER (PARTITION BY kind, about, larger) AS size
  FROM (
    SELECT c.kind, c.about, c.larger, l.id, l.moment, l.clock, 0 AS other
    FROM figure_circle c JOIN figure_line l ON l.kind = c.kind AND l.about = c.larger JOIN asker s ON s.claim = l.id
    UNION ALL
    SELECT c.kind, c.about, c.larger, u.id, u.moment, u.clock, 1
    FROM figure_circle c JOIN figure_unasked u ON u.kind = c.kind AND u.about = c.about
  ) both_sides
) p JOIN figure_reach r ON 1 = 1
WHERE p.other = 0
