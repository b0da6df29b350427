-- k, claim, root: the roots of each supporting claim
SELECT s.k, s.claim, f.root FROM supporting s JOIN ask a ON a.k = s.k JOIN fit f ON f.claim = s.claim
WHERE a.sides <> 'all'
UNION ALL
SELECT s.k, s.claim, f.root FROM supporting s JOIN ask a ON a.k = s.k JOIN standing_end f ON f.claim = s.claim
WHERE a.sides = 'all'
