SELECT part, claim FROM slice_claim
UNION
SELECT s.part, o.id FROM slice_claim s JOIN claim c ON c.id = s.claim JOIN claim o ON o.id = c.about
