-- claim, other: relays to what speaks for what it is about and was not taken back
SELECT r.claim, r.other FROM relay r JOIN claim o ON o.id = r.other
WHERE o.side IN ('for', 'ahead') AND NOT EXISTS (SELECT 1 FROM taken_back t WHERE t.claim = o.id)
