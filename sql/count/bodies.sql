-- k, v, apart, together: how many bodies count, without and with judgements; one who is alone always does
SELECT n.k, n.v, CASE WHEN n.voices = 1 THEN 1 ELSE coalesce(c.apart, 0) END AS apart,
  CASE WHEN n.voices = 1 THEN 1 ELSE coalesce(c.together, 0) END AS together
FROM (SELECT k, v, count(DISTINCT speaker) AS voices FROM witness GROUP BY k, v) n
  LEFT JOIN (
    SELECT c.k, c.v, count(DISTINCT c.label) AS apart, count(DISTINCT coalesce(j.label, c.label)) AS together
    FROM counted_body c LEFT JOIN judged_body j ON j.k = c.k AND j.v = c.v AND j.actor = c.label
    GROUP BY c.k, c.v
  ) c ON c.k = n.k AND c.v = n.v
