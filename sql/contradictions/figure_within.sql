-- kind, one, other: figures about one event that were said near each other
SELECT a.kind, a.id AS one, b.id AS other
FROM (SELECT l.*, floor((l.n - 1) / r.reach) AS bucket FROM figure_line l JOIN figure_reach r ON 1 = 1) a
  JOIN (
    SELECT l.kind, l.about, l.id, l.n, r.reach, floor((l.n - 1) / r.reach) + e.step AS bucket
    FROM figure_line l JOIN figure_reach r ON 1 = 1 JOIN step e ON 1 = 1
  ) b ON b.kind = a.kind AND b.about = a.about AND b.bucket = a.bucket AND b.n > a.n AND b.n <= a.n + b.reach
