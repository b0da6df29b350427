SELECT s.actor, least(s.label, coalesce(min(o.label), s.label)) AS label
FROM same_group s LEFT JOIN (
  SELECT t.one AS actor, x.label FROM same t JOIN same_group x ON x.actor = t.other
  UNION ALL
  SELECT t.other, x.label FROM same t JOIN same_group x ON x.actor = t.one
) o ON o.actor = s.actor
GROUP BY s.actor, s.label
