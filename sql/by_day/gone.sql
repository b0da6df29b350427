-- claim: printed nowhere by then, or about what was not known
SELECT c.id AS claim
FROM every_claim c LEFT JOIN (SELECT DISTINCT p.claim FROM every_place p JOIN document d ON d.id = p.document) k ON k.claim = c.id
WHERE k.claim IS NULL
UNION
SELECT c.id
FROM every_claim c JOIN every_document e ON e.id = c.about LEFT JOIN document d ON d.id = c.about
WHERE d.id IS NULL
