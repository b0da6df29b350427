-- claim, other: what each claim passes on, what may take it back, and what questions that it was said
SELECT claim, other FROM relay
UNION
SELECT other, claim FROM own_retraction
UNION
SELECT r.other, r.claim
FROM retraction r JOIN place p ON p.claim = r.claim JOIN correction x ON x.document = p.document
UNION
SELECT c.about, c.id FROM claim c JOIN claim o ON o.id = c.about WHERE c.side IN ('against', 'doubt')
UNION
SELECT p.claim, c.id FROM claim c JOIN paper p ON p.document = c.about WHERE c.side IN ('against', 'doubt')
