-- k, sides, firm: each claim that stands for itself
SELECT c.id AS k, 'all' AS sides, false AS firm FROM claim c
WHERE c.side <> 'back' AND NOT EXISTS (SELECT 1 FROM taken_back t WHERE t.claim = c.id)
