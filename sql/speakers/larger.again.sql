SELECT actor, larger, since, until FROM larger
UNION
SELECT a.actor, b.larger, greatest(a.since, b.since), least(a.until, b.until)
FROM larger a JOIN belongs b ON b.actor = a.larger
WHERE b.larger <> a.actor AND greatest(a.since, b.since) <= least(a.until, b.until)
