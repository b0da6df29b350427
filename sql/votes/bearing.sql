-- k, claim: what speaks for it or a part of it; who asserts what lies ahead asserts nothing that happened
SELECT a.larger AS k, c.id AS claim
FROM claim c JOIN above a ON a.thing = c.about
  LEFT JOIN thing p ON p.id = c.about LEFT JOIN thing w ON w.id = a.larger
WHERE c.side IN ('for', 'ahead') AND NOT EXISTS (SELECT 1 FROM taken_back t WHERE t.claim = c.id)
  AND (a.larger = c.about
    OR (c.side = 'for' AND (coalesce(w.ahead, false) OR NOT coalesce(p.ahead, false))))
