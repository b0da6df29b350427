-- k, claim, does: vouching, presuming, expecting, wavering or circular
SELECT b.k, b.claim,
  CASE WHEN s.claim IS NULL THEN CASE WHEN e.claim IS NULL THEN 'circular' ELSE 'nothing' END
    WHEN c.side = 'ahead' THEN 'expecting'
    WHEN d.k IS NOT NULL THEN 'wavering'
    WHEN c.facet <> 'whole' OR u.claim IS NOT NULL OR f.claim IS NULL THEN 'presuming'
    ELSE 'vouching' END AS does
FROM bearing b JOIN claim c ON c.id = b.claim
  LEFT JOIN (SELECT DISTINCT claim FROM standing_end) s ON s.claim = b.claim
  LEFT JOIN (SELECT DISTINCT claim FROM every_end) e ON e.claim = b.claim
  LEFT JOIN doubts d ON d.k = b.k AND d.speaker = c.speaker
  LEFT JOIN unsure u ON u.claim = b.claim
  LEFT JOIN sure_for f ON f.claim = b.claim
