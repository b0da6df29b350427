-- kind, about, id, n: figures of one kind and event in the order in which they were said
SELECT kind, about, id, moment, clock,
  row_number() OVER (PARTITION BY kind, about ORDER BY moment, clock, id) AS n
FROM judged_figure
