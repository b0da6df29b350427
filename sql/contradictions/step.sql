-- step: from a bucket to itself and to the one before
SELECT 0 AS step
UNION ALL
SELECT -1
