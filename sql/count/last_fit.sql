-- claim, root: the last of these on each chain
SELECT w.claim, w.here AS root FROM last_walk w WHERE NOT EXISTS (SELECT 1 FROM passing p WHERE p.claim = w.here)
