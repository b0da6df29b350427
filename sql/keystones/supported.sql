-- k, size: what is supported, and by how many claims
SELECT k, count(*) AS size FROM told_claim GROUP BY k
