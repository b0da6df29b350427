-- kind, one, other: likewise figures about an event and a larger one
SELECT a.kind, a.id AS one, b.id AS other
FROM figure_at a JOIN figure_line b ON b.kind = a.kind AND b.about = a.larger JOIN figure_reach r ON 1 = 1
WHERE b.n > a.place - r.reach AND b.n <= a.place + r.reach
