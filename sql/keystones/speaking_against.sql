-- k, claim: these with what they answer
SELECT k, claim FROM opposing
UNION
SELECT o.k, a.other FROM opposing o JOIN answer a ON a.claim = o.claim
