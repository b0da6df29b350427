-- about, id, n: denials that do not ask, in the order in which they were said
SELECT d.about, d.id, d.moment, d.clock, row_number() OVER (PARTITION BY d.about ORDER BY d.moment, d.clock, d.id) AS n
FROM plain_denial d LEFT JOIN asker s ON s.claim = d.id WHERE s.claim IS NULL
