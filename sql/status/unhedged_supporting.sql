-- k, claim, vouches: these
SELECT f.k, v.claim, true AS vouches
FROM confirmable f JOIN vote v ON v.k = f.event AND v.does = 'vouching' JOIN claim c ON c.id = v.claim
  LEFT JOIN through_denied d ON f.parts AND d.k = v.k AND d.claim = v.claim
WHERE c.hedge NOT IN ('possible', 'conditional') AND d.k IS NULL
