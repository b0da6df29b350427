-- k, claim: of that only what is asked about
SELECT b.k, b.claim FROM all_bearing b JOIN subject s ON s.k = b.k JOIN among a ON a.claim = b.claim
