SELECT k, claim FROM touching
UNION
SELECT t.k, b.other FROM touching t JOIN beneath b ON b.claim = t.claim
