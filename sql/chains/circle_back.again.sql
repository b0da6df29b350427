SELECT start, here FROM circle_back
UNION
SELECT b.start, r.claim
FROM circle_back b JOIN relay r ON r.other = b.here
  JOIN circle_walk w ON w.start = b.start AND w.here = r.claim
