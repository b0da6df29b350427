-- k, least, most, witnesses, capped, judged: the bounds
SELECT k, greatest(least_heard, witnesses) AS least, greatest(1, witnesses, most) AS most, witnesses,
  witnesses < sure AS capped, lowered
FROM (
  SELECT a.k, CASE WHEN coalesce(n.heard, false) OR coalesce(u.sure > 0, false) THEN 1 ELSE 0 END AS least_heard,
    least(coalesce(b.together, 0), coalesce(q.together, CASE WHEN x.k IS NULL THEN coalesce(b.together, 0) ELSE 0 END)) AS sure,
    least(coalesce(b.together, 0), coalesce(q.together, CASE WHEN x.k IS NULL THEN coalesce(b.together, 0) ELSE 0 END),
      coalesce(r.reports, 0)) AS witnesses,
    coalesce(m.together, 0) + coalesce(u.unknown, 0) AS most,
    coalesce(b.apart, 0) <> coalesce(b.together, 0) OR coalesce(m.apart, 0) <> coalesce(m.together, 0) AS lowered
  FROM (SELECT DISTINCT k FROM voice UNION SELECT k FROM unknown_root) a
    LEFT JOIN (SELECT k, bool_or(why <> 'in question') AS heard FROM voice WHERE v = 'a' GROUP BY k) n ON n.k = a.k
    LEFT JOIN unknowns u ON u.k = a.k
    LEFT JOIN bodies b ON b.k = a.k AND b.v = 'a'
    LEFT JOIN bodies q ON q.k = a.k AND q.v = 'b'
    LEFT JOIN (SELECT DISTINCT k FROM reached WHERE unsure) x ON x.k = a.k
    LEFT JOIN reports r ON r.k = a.k
    LEFT JOIN mosts m ON m.k = a.k
) bounds
