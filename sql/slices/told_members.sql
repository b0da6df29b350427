-- what they belong to
SELECT actor, larger, since, until FROM member ORDER BY 1, 2
