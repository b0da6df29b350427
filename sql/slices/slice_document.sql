-- part, document: what prints or states that, and what it is about
SELECT s.part, p.document FROM slice_claim s JOIN paper p ON p.claim = s.claim
UNION
SELECT s.part, d.id FROM slice_claim s JOIN claim c ON c.id = s.claim JOIN document d ON d.id = c.about
