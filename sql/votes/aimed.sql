-- thing, claim: what each denial or doubt that stands is against
SELECT c.about AS thing, c.id AS claim
FROM claim c JOIN standing s ON s.claim = c.id WHERE c.side IN ('against', 'doubt')
UNION
SELECT o.about, c.id
FROM claim c JOIN standing s ON s.claim = c.id JOIN answer a ON a.claim = c.id JOIN claim o ON o.id = a.other
WHERE c.side IN ('against', 'doubt') AND o.side IN ('for', 'ahead')
