-- speaker, day, lesser, compiles: whether all who speak are outlets or compilers, or all compilers
SELECT m.speaker, m.day, bool_and(f.own_voice OR f.compiles) AS lesser, bool_and(f.compiles) AS compiles
FROM root_member m JOIN speaks_for f ON f.member = m.member AND f.day = m.day
GROUP BY m.speaker, m.day
