-- every claim with a figure that speaks for what it is about and was not taken back
SELECT c.id, c.about, c.speaker, c.stance, c.side, f.unit, f.measure, f.currency, f.total, f.per, f.mode, f.stage, f.sort,
  coalesce(c.said_to, c.said_from, DATE '9999-12-31') AS moment, coalesce(c.said_time, '') AS clock,
  CASE WHEN f.currency IS NOT NULL THEN '' ELSE f.unit END AS counted, coalesce(s.label, f.sort) AS thing
FROM claim c JOIN figure f ON f.claim = c.id LEFT JOIN same_group s ON s.actor = f.sort
WHERE c.side IN ('for', 'ahead') AND NOT EXISTS (SELECT 1 FROM taken_back t WHERE t.claim = c.id)
