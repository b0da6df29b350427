-- root, document, teller, claim: who tells it in which document; the root's own words count where nobody passes them on
SELECT root, document, teller, min(claim) AS claim
FROM (
  SELECT e.root, p.document, coalesce(c.speaker, c.id) AS teller, c.id AS claim
  FROM echo_of e JOIN claim c ON c.id = e.claim JOIN place p ON p.claim = e.claim
  UNION ALL
  SELECT c.id, p.document, coalesce(c.speaker, c.id), c.id
  FROM claim c JOIN place p ON p.claim = c.id
  WHERE NOT EXISTS (SELECT 1 FROM relaying r WHERE r.claim = c.id)
    AND NOT EXISTS (SELECT 1 FROM echo_print q WHERE q.root = c.id AND q.document = p.document)
) told
GROUP BY root, document, teller
