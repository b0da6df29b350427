-- k, reports: how many there are; a reprint is its original
SELECT r.k, count(DISTINCT (r.teller || ' ' || o.original)) AS reports
FROM supported_report r JOIN original o ON o.document = r.document GROUP BY r.k
