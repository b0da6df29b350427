-- actor, larger, since, until: all that an actor belongs to, at any remove, and on which days
SELECT DISTINCT actor, larger, since, until FROM belongs WHERE larger <> actor
