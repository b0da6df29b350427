-- claim, root: the ends of chains that speak for what they are about, else the last claims that do
SELECT claim, root FROM fit_direct
UNION ALL
SELECT claim, root FROM last_fit
UNION ALL
SELECT u.claim, u.claim FROM unfit u WHERE NOT EXISTS (SELECT 1 FROM last_fit f WHERE f.claim = u.claim)
