-- day, claims: how many claims that are asked about were first printed on each
SELECT d.day, count(a.claim)
FROM publication_day d LEFT JOIN first_print f ON f.day = d.day LEFT JOIN among a ON a.claim = f.claim
GROUP BY d.day ORDER BY 1
