-- claim, other: each retraction with each claim that it answers or is about
SELECT c.id AS claim, a.other FROM claim c JOIN answer a ON a.claim = c.id JOIN claim o ON o.id = a.other
WHERE c.side = 'back' AND a.other <> c.id
UNION
SELECT c.id, c.about FROM claim c JOIN claim o ON o.id = c.about WHERE c.side = 'back' AND c.about <> c.id
