-- who says each claim
SELECT n.claim || ' ' || k.world AS claim, n.name FROM said_name n JOIN kept_claim k ON k.claim = n.claim
