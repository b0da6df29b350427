-- k, v, one, other: what judgements, and joint statements, put together
SELECT DISTINCT b.k, b.v, b.label AS one, ('= ' || s.label) AS other FROM body b JOIN same_group s ON s.actor = b.actor
UNION
SELECT c.k, c.v, c.label, ('= ' || s.label) FROM counted_body c JOIN same_group s ON s.actor = c.speaker
UNION
SELECT j.k, j.v, j.label, ('= ' || s.label)
FROM joint_body j JOIN joint_fate f ON f.k = j.k AND f.v = j.v AND f.speaker = j.speaker AND f.fate = 'in'
  JOIN same_group s ON s.actor = j.actor
UNION
SELECT j.k, j.v, j.label, j.speaker
FROM joint_body j JOIN joint_fate f ON f.k = j.k AND f.v = j.v AND f.speaker = j.speaker AND f.fate = 'in'
