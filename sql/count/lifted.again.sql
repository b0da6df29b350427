SELECT b.k, b.actor, least(b.label, coalesce(min(o.label), b.label)) AS label
FROM lifted b LEFT JOIN (
  SELECT t.k, t.one AS actor, x.label FROM lift_tie t JOIN lifted x ON x.k = t.k AND x.actor = t.other
  UNION ALL
  SELECT t.k, t.other, x.label FROM lift_tie t JOIN lifted x ON x.k = t.k AND x.actor = t.one
) o ON o.k = b.k AND o.actor = b.actor
GROUP BY b.k, b.actor, b.label
