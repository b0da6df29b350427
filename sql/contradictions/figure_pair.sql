-- one, other: those that may be of one time and count one thing; about the others there is nothing to say
SELECT n.one, n.other
FROM figure_near n JOIN figure_days a ON a.id = n.one JOIN figure_days b ON b.id = n.other
WHERE (a.thing IS NULL OR b.thing IS NULL OR a.thing = b.thing)
  AND (a.last_day IS NULL OR b.first_day IS NULL OR a.last_day >= b.first_day)
  AND (b.last_day IS NULL OR a.first_day IS NULL OR b.last_day >= a.first_day)
