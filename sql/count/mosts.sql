-- k, apart, together: how many may count at most, without and with judgements, the unknown left out
SELECT k, sum(apart) AS apart, sum(together) AS together
FROM (
  SELECT k, count(DISTINCT apart) AS apart, count(DISTINCT together) AS together
  FROM most_labelled WHERE kind <> 'joint' GROUP BY k
  UNION ALL
  SELECT k, count(DISTINCT CASE WHEN apart THEN speaker END), count(DISTINCT CASE WHEN together THEN judged END)
  FROM joint_apart GROUP BY k
) every_kind
GROUP BY k
