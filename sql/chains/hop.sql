-- claim, other: relays with each circle as one claim
SELECT DISTINCT coalesce(a.leader, r.claim) AS claim, coalesce(b.leader, r.other) AS other
FROM relay r LEFT JOIN circle a ON a.member = r.claim LEFT JOIN circle b ON b.member = r.other
WHERE coalesce(a.leader, r.claim) <> coalesce(b.leader, r.other)
