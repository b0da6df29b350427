SELECT k, teller, other FROM leans_on
UNION
SELECT a.k, a.teller, b.other FROM leans_on a JOIN leans_on b ON b.k = a.k AND b.teller = a.other
