-- answers of which both ends are there
SELECT r.claim || ' ' || k.world AS claim, r.other || ' ' || k.world AS other
FROM answer r JOIN kept_claim k ON k.claim = r.claim JOIN kept_claim o ON o.world = k.world AND o.claim = r.other
