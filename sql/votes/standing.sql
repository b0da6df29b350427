-- claim: stands, with a root that stands
SELECT DISTINCT e.claim FROM standing_end e WHERE NOT EXISTS (SELECT 1 FROM taken_back t WHERE t.claim = e.claim)
