-- actor, larger, kind, since, until: what an actor belongs to without a state in between
SELECT DISTINCT actor, larger, kind, since, until FROM belongs WHERE larger <> actor AND below <> 'state'
