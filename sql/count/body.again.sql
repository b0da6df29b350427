SELECT b.k, b.v, b.actor, least(b.label, coalesce(min(o.label), b.label)) AS label
FROM body b LEFT JOIN (
  SELECT t.k, t.v, t.one AS actor, x.label FROM body_tie t JOIN body x ON x.k = t.k AND x.v = t.v AND x.actor = t.other
  UNION ALL
  SELECT t.k, t.v, t.other, x.label FROM body_tie t JOIN body x ON x.k = t.k AND x.v = t.v AND x.actor = t.one
) o ON o.k = b.k AND o.v = b.v AND o.actor = b.actor
GROUP BY b.k, b.v, b.actor, b.label
