SELECT claim, here FROM last_walk
UNION
SELECT w.claim, p.other FROM last_walk w JOIN passing p ON p.claim = w.here
