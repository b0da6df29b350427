-- world, claim: what that prints
SELECT DISTINCT d.world, p.claim
FROM viewed v JOIN place p ON p.claim = v.claim JOIN day_document d ON d.document = p.document
