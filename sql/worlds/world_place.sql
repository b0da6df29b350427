-- where they are printed
SELECT p.claim || ' ' || k.world AS claim, p.document || ' ' || k.world AS document, p.paragraph
FROM place p JOIN kept_claim k ON k.claim = p.claim
  JOIN kept_document d ON d.world = k.world AND d.document = p.document
