-- how many were looked at, of how many
SELECT (SELECT count(*) FROM looked_at), (SELECT count(*) FROM candidate)
