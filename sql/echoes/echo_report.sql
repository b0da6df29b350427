-- root, document, teller, claim: who tells it in which document; the root's own words count where nobody passes them on
SELECT root, document, teller, min(claim) AS claim
FROM (
  SELECT e.root, p.document, c.teller, c.id AS claim
  FROM echo_of e JOIN open_claim c ON c.id = e.claim JOIN place p ON p.claim = e.claim
  UNION ALL
  SELECT c.id, p.document, c.teller, c.id
  FROM open_claim c JOIN place p ON p.claim = c.id
    LEFT JOIN relaying r ON r.claim = c.id
    LEFT JOIN echo_print q ON q.root = c.id AND q.document = p.document
  WHERE r.claim IS NULL AND q.root IS NULL
) told
GROUP BY root, document, teller
