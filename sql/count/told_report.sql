-- k, document, teller, claim: who tells a supporting claim in which document; what is held back is no report
SELECT k, document, teller, min(claim) AS claim
FROM (
  SELECT s.k, p.document, c.teller, c.id AS claim
  FROM told_claim s JOIN open_claim c ON c.id = s.claim JOIN place p ON p.claim = c.id
    LEFT JOIN retold t ON t.k = s.k AND t.claim = s.claim AND t.document = p.document
  WHERE t.k IS NULL
) told
GROUP BY k, document, teller
