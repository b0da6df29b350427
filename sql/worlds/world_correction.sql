-- corrections of which both documents are there
SELECT x.document || ' ' || k.world AS document, x.wrong || ' ' || k.world AS wrong
FROM correction x JOIN kept_document k ON k.document = x.document
  JOIN kept_document d ON d.world = k.world AND d.document = x.wrong
