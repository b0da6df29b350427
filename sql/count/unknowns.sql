-- k, unknown, questioned: how many voices nobody names, and how many of them are in question
SELECT k, count(*) AS unknown, sum(CASE WHEN unsure THEN 1 ELSE 0 END) AS questioned FROM unknown_voice GROUP BY k
