-- k, claim: what is counted
SELECT k, claim FROM supporting
