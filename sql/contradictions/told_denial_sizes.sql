-- asked, size
SELECT CAST(sum(asking) AS DOUBLE), size FROM denial_circle GROUP BY size
