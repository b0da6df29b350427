-- gone: those for which all is counted again, the greatest losses first, as far as there may be so much to count
SELECT gone
FROM (
  SELECT w.gone, row_number() OVER (ORDER BY w.weight DESC, w.gone) AS place,
    sum(coalesce(h.work, 0)) OVER (ORDER BY w.weight DESC, w.gone ROWS UNBOUNDED PRECEDING) AS work
  FROM weighed w
    LEFT JOIN (SELECT h.gone, sum(s.size) AS work FROM hit h JOIN supported s ON s.k = h.k GROUP BY h.gone) h ON h.gone = w.gone
) x JOIN work_bound b ON x.work <= b.most OR x.place = 1
