-- one, other, answers: those that ask with what they deny or are denied by, where one is asked about
SELECT x.one, x.other, x.answers
FROM (
  SELECT one, other, true AS answers FROM answering
  WHERE EXISTS (SELECT 1 FROM asker s WHERE s.claim = one) OR EXISTS (SELECT 1 FROM asker s WHERE s.claim = other)
  UNION ALL
  SELECT n.one, n.other, false FROM denied_near n JOIN asker s ON s.claim = n.one
  UNION ALL
  SELECT u.id, p.id, false
  FROM denial_back p JOIN denial_unasked u ON u.about = p.about JOIN denial_reach r ON 1 = 1
  WHERE u.n > p.place - r.reach AND u.n <= p.place + r.reach
) x
WHERE EXISTS (SELECT 1 FROM about_asked a WHERE a.claim = x.one) OR EXISTS (SELECT 1 FROM about_asked a WHERE a.claim = x.other)
