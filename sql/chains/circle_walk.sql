-- start, here: what rising claims pass on, at any remove
SELECT DISTINCT r.claim AS start, r.other AS here FROM relay r JOIN rising s ON s.claim = r.claim
