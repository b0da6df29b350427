-- k, v, one, other: who may be one with whom
SELECT DISTINCT w.k, w.v, w.speaker AS one, u.larger AS other
FROM witness w JOIN up_to_state u ON u.actor = w.speaker AND w.day BETWEEN u.since AND u.until
WHERE w.why IN ('named', 'document')
UNION
SELECT k, v, speaker, office FROM uncovered
UNION
SELECT f.k, f.v, f.office, u.larger
FROM uncovered f JOIN witness w ON w.k = f.k AND w.v = f.v AND w.speaker = f.speaker
  JOIN up_to_state u ON u.actor = f.office AND w.day BETWEEN u.since AND u.until
