-- k, claim, document: roots whose words another supporting claim passes on in a document
SELECT DISTINCT s.k, e.root AS claim, p.document
FROM told_claim s JOIN open_claim c ON c.id = s.claim JOIN chain_end e ON e.claim = s.claim
  JOIN told_claim r ON r.k = s.k AND r.claim = e.root JOIN place p ON p.claim = s.claim
