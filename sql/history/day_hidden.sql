-- world, claim: of that what is about what was not known
SELECT p.world, p.claim
FROM day_print p JOIN claim c ON c.id = p.claim JOIN document d ON d.id = c.about
  LEFT JOIN day_document k ON k.world = p.world AND k.document = d.id
WHERE k.document IS NULL
UNION
SELECT p.world, p.claim
FROM day_print p JOIN claim c ON c.id = p.claim JOIN claim o ON o.id = c.about
  LEFT JOIN day_print k ON k.world = p.world AND k.claim = o.id
WHERE k.claim IS NULL
