-- k, claim: what speaks for one of these
SELECT b.k, b.claim FROM all_bearing b JOIN subject s ON s.k = b.k
