-- gone, counted_before: for whom all is counted again, the greatest losses first, and how much is before each
SELECT gone, work - own AS counted_before
FROM (
  SELECT w.gone, coalesce(h.work, 0) AS own, row_number() OVER (ORDER BY w.weight DESC, w.gone) AS place,
    sum(coalesce(h.work, 0)) OVER (ORDER BY w.weight DESC, w.gone ROWS UNBOUNDED PRECEDING) AS work
  FROM weighed w
    LEFT JOIN (SELECT h.gone, sum(s.size) AS work FROM hit h JOIN supported s ON s.k = h.k GROUP BY h.gone) h ON h.gone = w.gone
) x JOIN work_bound b ON x.work <= b.most OR x.place = 1
