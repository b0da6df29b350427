-- each claim with all that can change from telling to telling
SELECT c.id, c.stance, c.side, c.hedge, c.facet, c.said_from, c.said_to, c.said_text, c.when_from, c.when_to, c.when_text,
  f.low, f.high, f.low_open, f.high_open, f.approximate, f.vague, f.unit, f.measure, f.mode, f.stage, f.wording, f.how_many,
  f.sort, f.currency, f.total, f.per
FROM claim c LEFT JOIN figure f ON f.claim = c.id
