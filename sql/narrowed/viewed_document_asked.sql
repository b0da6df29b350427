-- document: what prints or states that, and what it is about
SELECT p.document FROM viewed v JOIN paper p ON p.claim = v.claim
UNION
SELECT d.id FROM viewed v JOIN claim c ON c.id = v.claim JOIN document d ON d.id = c.about
