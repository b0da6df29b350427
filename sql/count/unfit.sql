-- claim: its chains end only at what does not speak for anything
SELECT DISTINCT e.claim FROM standing_end e WHERE NOT EXISTS (SELECT 1 FROM fit_direct f WHERE f.claim = e.claim)
