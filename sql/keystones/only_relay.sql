-- claim, other: claims that pass on one alone
SELECT claim, min(other) AS other FROM relay GROUP BY claim HAVING count(DISTINCT other) = 1
