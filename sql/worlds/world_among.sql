-- what is asked about
SELECT a.claim || ' ' || k.world AS claim FROM among a JOIN kept_claim k ON k.claim = a.claim
