-- claim, other: those of which one is asked about
SELECT r.claim, r.other FROM all_retelling r JOIN among a ON a.claim = r.claim
UNION
SELECT r.claim, r.other FROM all_retelling r JOIN among a ON a.claim = r.other
