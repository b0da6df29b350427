SELECT claim FROM gone
UNION
SELECT c.id FROM every_claim c JOIN gone g ON g.claim = c.about
