-- root, reports: the roots that at least two reports go back to
SELECT root, count(*) AS reports FROM echo_report GROUP BY root HAVING count(*) >= 2
