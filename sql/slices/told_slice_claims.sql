-- part, and claims with their figures
SELECT s.part, c.id, c.stance, c.speaker, c.about, c.topic, c.hedge, c.attribution, c.facet, c.firsthand,
  c.said_from, c.said_to, c.said_text, c.when_from, c.when_to, c.when_text,
  f.low, f.high, f.low_open, f.high_open, f.approximate, f.vague, f.unit, f.measure, f.mode, f.stage, f.wording, f.how_many,
  f.sort, f.currency, f.total, f.per
FROM slice_claim s JOIN claim c ON c.id = s.claim LEFT JOIN figure f ON f.claim = c.id
ORDER BY s.part, c.id
