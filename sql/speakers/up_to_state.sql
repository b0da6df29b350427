-- actor, larger, since, until: of what is above a state only states
SELECT DISTINCT actor, larger, since, until FROM belongs
WHERE larger <> actor AND (below <> 'state' OR kind = 'state')
