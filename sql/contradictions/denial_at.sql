-- id, about, place: after how many assertions each denial was said
SELECT c.about, d.id, CASE WHEN c.size > r.reach THEN coalesce(m.place, 0) ELSE 0 END AS place
FROM denial_circle c JOIN plain_denial d ON d.about = c.about JOIN denial_reach r ON 1 = 1
  LEFT JOIN (
    SELECT id, place
    FROM (
      SELECT id, other, sum(other) OVER (PARTITION BY about ORDER BY moment, clock, id ROWS UNBOUNDED PRECEDING) AS place
      FROM (
        SELECT about, id, moment, clock, 0 AS other FROM plain_denial
        UNION ALL
        SELECT about, id, moment, clock, 1 FROM denied_line
      ) both_sides
    ) placed
    WHERE other = 0
  ) m ON m.id = d.id
