-- claim, speaker: with whose voice a root speaks
SELECT c.id AS claim,
  CASE WHEN o.document IS NOT NULL THEN o.original WHEN f.outlet <> '' THEN f.outlet ELSE c.speaker END AS speaker
FROM claim c LEFT JOIN original o ON o.document = c.speaker LEFT JOIN outlet_first f ON f.claim = c.id
