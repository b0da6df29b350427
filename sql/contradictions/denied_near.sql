-- one, other: denials that answer nothing, and what was said near them
SELECT a.id AS one, l.id AS other
FROM denial_at a JOIN denied_line l ON l.about = a.about JOIN denial_reach r ON 1 = 1
WHERE l.n > a.place - r.reach AND l.n <= a.place + r.reach
