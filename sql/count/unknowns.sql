-- k, unknown, sure: how many voices nobody names, and how many of them surely said it
SELECT k, count(*) AS unknown, sum(CASE WHEN why = 'unknown' THEN 1 ELSE 0 END) AS sure FROM unknown_voice GROUP BY k
