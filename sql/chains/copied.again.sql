SELECT document, other, n FROM copied
UNION
SELECT c.document, d.copy_of, c.n + 1
FROM copied c JOIN document d ON d.id = c.other JOIN document u ON u.id = d.copy_of
WHERE NOT EXISTS (SELECT 1 FROM copied m WHERE m.document = c.document AND m.other = d.copy_of)
