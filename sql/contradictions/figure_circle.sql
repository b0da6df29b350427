-- kind, about, larger, asking, size: an event and a larger one of which there are figures of one kind
SELECT a.kind, a.about, b.about AS larger, a.size AS asking, b.size
FROM figure_count a JOIN above u ON u.thing = a.about AND u.larger <> a.about
  JOIN figure_count b ON b.kind = a.kind AND b.about = u.larger
  LEFT JOIN above back ON back.thing = u.larger AND back.larger = a.about
WHERE u.larger < a.about OR back.thing IS NULL
