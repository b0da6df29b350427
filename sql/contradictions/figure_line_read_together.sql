-- kind, about, id, n: figures of all kinds under one topic, and about one event, in the order in which they were said
SELECT kind, about, id, moment, clock,
  row_number() OVER (PARTITION BY kind, about ORDER BY moment, clock, id) AS n
FROM (
  SELECT '' AS kind, about, id, moment, clock FROM judged_figure
  UNION ALL
  SELECT 'topic ' || c.topic, '', f.id, f.moment, f.clock FROM judged_figure f JOIN claim c ON c.id = f.id
) x
