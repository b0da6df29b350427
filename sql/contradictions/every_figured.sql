-- every claim with a figure, with its kind
SELECT c.id, c.side, c.about, c.when_from, c.when_to, c.when_text,
  f.low, f.high, f.low_open, f.high_open, f.approximate, f.vague, f.measure, f.mode, f.stage, f.currency, f.total, f.per,
  CASE WHEN f.currency IS NOT NULL THEN '' ELSE f.unit END AS counted, coalesce(s.label, f.sort) AS thing
FROM claim c JOIN figure f ON f.claim = c.id LEFT JOIN same_group s ON s.actor = f.sort
