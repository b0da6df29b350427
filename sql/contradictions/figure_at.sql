-- kind, larger, id, place: after how many figures about the larger event each figure about the event was said
SELECT c.kind, c.larger, l.id, CASE WHEN c.size > r.reach THEN coalesce(m.place, 0) ELSE 0 END AS place
FROM figure_circle c JOIN figure_line l ON l.kind = c.kind AND l.about = c.about JOIN figure_reach r ON 1 = 1
  LEFT JOIN (
    SELECT kind, about, larger, id, place
    FROM (
      SELECT kind, about, larger, id, other,
        sum(other) OVER (PARTITION BY kind, about, larger ORDER BY moment, clock, id ROWS UNBOUNDED PRECEDING) AS place
      FROM (
        SELECT c.kind, c.about, c.larger, l.id, l.moment, l.clock, 0 AS other
        FROM figure_circle c JOIN figure_line l ON l.kind = c.kind AND l.about = c.about
        UNION ALL
        SELECT c.kind, c.about, c.larger, l.id, l.moment, l.clock, 1
        FROM figure_circle c JOIN figure_line l ON l.kind = c.kind AND l.about = c.larger
      ) both_sides
    ) placed
    WHERE other = 0
  ) m ON m.kind = c.kind AND m.about = c.about AND m.larger = c.larger AND m.id = l.id
