-- claim: each that passes on one that is not before it in the order of first print and id; every circle has one
SELECT DISTINCT r.claim
FROM relay r JOIN first_print a ON a.claim = r.claim JOIN first_print b ON b.claim = r.other
WHERE NOT (b.day < a.day OR (b.day = a.day AND b.claim < a.claim))
