-- k, actor, label: who is behind the voices where judgements lower a bound, as far as these name them
SELECT DISTINCT a.k, a.actor, s.label
FROM (
  SELECT h.k, h.speaker AS actor FROM heard h WHERE h.v = 'a'
  UNION
  SELECT h.k, s.speaker FROM heard h JOIN claim_speaker s ON s.claim = h.claim WHERE h.v = 'a'
  UNION
  SELECT h.k, u.larger
  FROM heard h JOIN claim_speaker s ON s.claim = h.claim JOIN claim c ON c.id = h.claim
    JOIN larger u ON u.actor = s.speaker AND coalesce(c.said_to, DATE '9999-12-31') BETWEEN u.since AND u.until
  WHERE h.v = 'a'
) a JOIN counted n ON n.k = a.k AND n.lowered JOIN same_group s ON s.actor = a.actor
