SELECT k, claim FROM around
UNION
SELECT a.k, b.other FROM around a JOIN beneath b ON b.claim = a.claim
