-- about, id, place: after how many of these each assertion that asks was said
SELECT p.about, p.id, CASE WHEN p.size > r.reach THEN p.place ELSE 0 END AS place
FROM (
  SELECT about, id, other, sum(other) OVER (PARTITION BY about ORDER BY moment, clock, id ROWS UNBOUNDED PRECEDING) AS place,
    sum(other) OVER (PARTITION BY about) AS size
  FROM (
    SELECT l.about, l.id, l.moment, l.clock, 0 AS other FROM denied_line l JOIN asker s ON s.claim = l.id
    UNION ALL
    SELECT about, id, moment, clock, 1 FROM denial_unasked
  ) both_sides
) p JOIN denial_reach r ON 1 = 1
WHERE p.other = 0
