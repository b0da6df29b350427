-- kind, about, id, n: figures that do not ask, in the order in which they were said
SELECT l.kind, l.about, l.id, l.moment, l.clock,
  row_number() OVER (PARTITION BY l.kind, l.about ORDER BY l.moment, l.clock, l.id) AS n
FROM figure_line l LEFT JOIN asker s ON s.claim = l.id WHERE s.claim IS NULL
