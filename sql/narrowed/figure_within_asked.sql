-- kind, one, other: of which one asks
SELECT n.* FROM all_figure_within n
WHERE EXISTS (SELECT 1 FROM asker s WHERE s.claim = n.one) OR EXISTS (SELECT 1 FROM asker s WHERE s.claim = n.other)
