-- claim, others, above: how many others each claim passes on, and how many pass it on
SELECT c.id AS claim, coalesce(r.others, 0) AS others, coalesce(u.above, 0) AS above,
  c.speaker IS NULL OR coalesce(a.voice = 'unnamed', false) AS unheard
FROM claim c LEFT JOIN actor a ON a.id = c.speaker
  LEFT JOIN (SELECT claim, count(*) AS others FROM retelling GROUP BY claim) r ON r.claim = c.id
  LEFT JOIN (SELECT other, count(*) AS above FROM retelling GROUP BY other) u ON u.other = c.id
