SELECT actor, larger, kind, since, until FROM below_state
UNION
SELECT a.actor, b.larger, b.kind, greatest(a.since, b.since), least(a.until, b.until)
FROM below_state a JOIN belongs b ON b.actor = a.larger AND b.below <> 'state'
WHERE b.larger <> a.actor AND greatest(a.since, b.since) <= least(a.until, b.until)
