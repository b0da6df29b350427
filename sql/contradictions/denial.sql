-- every denial that was not taken back
SELECT c.id, c.about, c.facet, c.stance, coalesce(c.said_to, c.said_from, DATE '9999-12-31') AS moment,
  coalesce(c.said_time, '') AS clock
FROM claim c WHERE c.side = 'against' AND NOT EXISTS (SELECT 1 FROM taken_back t WHERE t.claim = c.id)
