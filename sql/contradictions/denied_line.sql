-- about, id, n: what speaks for it and relays nothing, in the order in which it was said
SELECT about, id, moment, clock, row_number() OVER (PARTITION BY about ORDER BY moment, clock, id) AS n
FROM (
  SELECT c.about, c.id, coalesce(c.said_to, c.said_from, DATE '9999-12-31') AS moment, coalesce(c.said_time, '') AS clock
  FROM claim c
  WHERE c.side IN ('for', 'ahead') AND NOT EXISTS (SELECT 1 FROM taken_back t WHERE t.claim = c.id)
    AND NOT EXISTS (SELECT 1 FROM relaying r WHERE r.claim = c.id)
    AND EXISTS (SELECT 1 FROM plain_denial d WHERE d.about = c.about)
) x
