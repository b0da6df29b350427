-- one, other, answers: denials and what they deny
SELECT one, other, true AS answers FROM answering
UNION ALL
SELECT a.id, l.id, false
FROM denial_at a JOIN denied_line l ON l.about = a.about JOIN denial_reach r ON 1 = 1
WHERE l.n > a.place - r.reach AND l.n <= a.place + r.reach
