-- kind, one, other: each that asks with those near it
SELECT n.* FROM all_figure_between n JOIN asker s ON s.claim = n.one
UNION ALL
SELECT p.kind, u.id, p.id
FROM figure_back p JOIN figure_unasked u ON u.kind = p.kind AND u.about = p.about JOIN figure_reach r ON 1 = 1
WHERE u.n > p.place - r.reach AND u.n <= p.place + r.reach
