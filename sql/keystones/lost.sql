-- gone, claim: that, what only a document prints, and what is about what is gone
SELECT gone, claim FROM spread
UNION
SELECT min(document), claim FROM place GROUP BY claim HAVING count(DISTINCT document) = 1
UNION
SELECT g.gone, c.id FROM claim c JOIN candidate g ON g.gone = c.about AND g.document
