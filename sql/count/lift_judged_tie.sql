-- k, one, other: what judgements put together
SELECT DISTINCT l.k, l.label AS one, ('= ' || s.label) AS other FROM lifted l JOIN same_group s ON s.actor = l.actor
UNION
SELECT m.k, m.label, ('= ' || s.label) FROM most_voice m JOIN same_group s ON s.actor = m.member
