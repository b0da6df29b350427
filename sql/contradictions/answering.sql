-- one, other: denials and what they answer that speaks for something
SELECT d.id AS one, a.other
FROM denial d JOIN answer a ON a.claim = d.id JOIN claim o ON o.id = a.other
WHERE o.side IN ('for', 'ahead') AND NOT EXISTS (SELECT 1 FROM taken_back t WHERE t.claim = o.id)
