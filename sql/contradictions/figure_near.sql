-- one, other: figures about one event, and about an event and a larger one, that were said near each other
SELECT a.id AS one, b.id AS other
FROM (SELECT l.*, floor((l.n - 1) / r.reach) AS bucket FROM figure_line l JOIN figure_reach r ON 1 = 1) a
  JOIN (
    SELECT l.kind, l.about, l.id, l.n, r.reach, floor((l.n - 1) / r.reach) + e.step AS bucket
    FROM figure_line l JOIN figure_reach r ON 1 = 1 JOIN step e ON 1 = 1
  ) b ON b.kind = a.kind AND b.about = a.about AND b.bucket = a.bucket AND b.n > a.n AND b.n <= a.n + b.reach
UNION ALL
SELECT a.id, b.id
FROM figure_at a JOIN figure_line b ON b.kind = a.kind AND b.about = a.larger JOIN figure_reach r ON 1 = 1
WHERE b.n > a.place - r.reach AND b.n <= a.place + r.reach
