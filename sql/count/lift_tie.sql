-- k, one, other: named speakers with what they belong to up to the level asked for
SELECT DISTINCT w.k, w.speaker AS one, u.larger AS other
FROM voice w JOIN heard h ON h.k = w.k AND h.v = w.v AND h.speaker = w.speaker
  JOIN root_day r ON r.claim = h.claim AND r.speaker = h.speaker
  JOIN lift u ON u.actor = w.speaker AND r.day BETWEEN u.since AND u.until
WHERE w.v = 'a' AND w.kind NOT IN ('unnamed', 'joint')
