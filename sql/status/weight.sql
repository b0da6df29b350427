-- k and what its votes are
SELECT v.k, bool_or(v.does = 'vouching') AS vouched, bool_or(v.does = 'presuming') AS presumed,
  bool_or(v.does = 'wavering') AS wavered, bool_or(v.does = 'expecting') AS expected,
  bool_and(v.does <> 'presuming' OR n.claim IS NULL) AS all_questioned,
  bool_and(v.does <> 'vouching' OR c.hedge IN ('possible', 'conditional')) AS all_loose
FROM vote v JOIN claim c ON c.id = v.claim LEFT JOIN not_all_questioned n ON n.claim = v.claim
WHERE v.does IN ('vouching', 'presuming', 'wavering', 'expecting')
GROUP BY v.k
