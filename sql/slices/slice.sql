-- k, part: what stands in which part of the graph, by id
SELECT x.k, CAST(floor(sum(x.size) OVER (ORDER BY x.k ROWS UNBOUNDED PRECEDING) / b.most) AS BIGINT) AS part
FROM (SELECT k, count(*) AS size FROM around GROUP BY k) x JOIN slice_bound b ON 1 = 1
