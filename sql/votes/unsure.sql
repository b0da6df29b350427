-- claim: somebody denies or doubts that it was said, or that what states it is real
SELECT c.id AS claim FROM claim c JOIN questioned q ON q.target = c.id
UNION
SELECT c.id FROM claim c JOIN doubtful_paper d ON d.document = c.speaker
UNION
SELECT p.claim FROM place p LEFT JOIN doubtful_paper d ON d.document = p.document
GROUP BY p.claim HAVING count(*) = count(d.document)
