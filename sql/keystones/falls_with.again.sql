SELECT claim, here FROM falls_with
UNION
SELECT f.claim, o.other
FROM falls_with f JOIN only_relay o ON o.claim = f.here
  LEFT JOIN only_round r ON r.claim = o.claim AND r.here = o.claim
WHERE r.claim IS NULL
