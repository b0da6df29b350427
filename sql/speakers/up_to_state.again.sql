SELECT actor, larger, since, until FROM up_to_state
UNION
SELECT a.actor, b.larger, greatest(a.since, b.since), least(a.until, b.until)
FROM up_to_state a JOIN belongs b ON b.actor = a.larger AND (b.below <> 'state' OR b.kind = 'state')
WHERE b.larger <> a.actor AND greatest(a.since, b.since) <= least(a.until, b.until)
