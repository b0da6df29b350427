-- actor, larger, since, until, below, kind: what each actor belongs to directly, and what both count as
SELECT m.actor, m.larger, coalesce(m.since, DATE '0001-01-01') AS since, coalesce(m.until, DATE '9999-12-31') AS until,
  coalesce(a.voice, 'organization') AS below, coalesce(l.voice, 'organization') AS kind
FROM member m LEFT JOIN actor a ON a.id = m.actor LEFT JOIN actor l ON l.id = m.larger
WHERE a.id IS NOT NULL
