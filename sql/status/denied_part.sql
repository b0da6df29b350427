-- k, thing: what those who deny a part deny
SELECT DISTINCT p.k, t.thing
FROM partly p JOIN (
  SELECT id AS claim, about AS thing FROM claim
  UNION
  SELECT a.claim, o.about FROM answer a JOIN claim o ON o.id = a.other WHERE o.side IN ('for', 'ahead')
) t ON t.claim = p.claim
