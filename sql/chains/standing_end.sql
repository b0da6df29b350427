-- claim, root: those that their own speakers have not taken back
SELECT e.claim, e.root FROM every_end e WHERE NOT EXISTS (SELECT 1 FROM taken_back t WHERE t.claim = e.root)
