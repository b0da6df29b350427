-- topic, claim: what speaks for anything under it and was not taken back
SELECT c.topic, c.id AS claim FROM claim c
WHERE c.side IN ('for', 'ahead') AND NOT EXISTS (SELECT 1 FROM taken_back t WHERE t.claim = c.id)
