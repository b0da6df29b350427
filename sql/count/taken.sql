-- k, v, actor: the named and all that they belong to
SELECT w.k, w.v, w.speaker AS actor FROM witness w WHERE w.why IN ('named', 'document')
UNION
SELECT w.k, w.v, u.larger FROM witness w JOIN larger u ON u.actor = w.speaker AND w.day BETWEEN u.since AND u.until
WHERE w.why IN ('named', 'document')
