-- places that print a claim which is asked about
SELECT v.* FROM all_variant v JOIN among a ON a.claim = v.claim
