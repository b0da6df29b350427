-- gone, k, least, most, left_least, left_most: the bounds, and what is left of them where one is lower
SELECT h.gone, h.k, b.least, b.most, coalesce(a.least, 0), coalesce(a.most, 0)
FROM counted_again h JOIN counted b ON b.k = h.k LEFT JOIN world_counted a ON a.k = h.k || ' ' || h.gone
WHERE coalesce(a.least, 0) < b.least OR coalesce(a.most, 0) < b.most
ORDER BY 1, 2
