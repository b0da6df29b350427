-- world, claim: what that prints
SELECT DISTINCT d.world, p.claim FROM place p JOIN day_document d ON d.document = p.document
