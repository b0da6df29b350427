SELECT start, here FROM circle_walk
UNION
SELECT w.start, r.other FROM circle_walk w JOIN relay r ON r.claim = w.here
