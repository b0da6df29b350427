-- k, id: the judgements by which speakers count once
SELECT DISTINCT g.k, t.id
FROM (SELECT k, label FROM judged_actor GROUP BY k, label HAVING count(*) > 1) g
  JOIN same_group s ON s.label = g.label JOIN same t ON t.one = s.actor
