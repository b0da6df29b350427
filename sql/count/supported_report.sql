-- k, document, teller: reports of what is counted
SELECT k, document, teller
FROM (
  SELECT s.k, p.document, c.teller
  FROM supporting s JOIN open_claim c ON c.id = s.claim JOIN place p ON p.claim = c.id
    LEFT JOIN (
      SELECT DISTINCT s.k, e.root AS claim, p.document
      FROM supporting s JOIN open_claim c ON c.id = s.claim JOIN chain_end e ON e.claim = s.claim
        JOIN supporting r ON r.k = s.k AND r.claim = e.root JOIN place p ON p.claim = s.claim
    ) t ON t.k = s.k AND t.claim = s.claim AND t.document = p.document
  WHERE t.k IS NULL
) told
GROUP BY k, document, teller
