-- k, v, speaker, why, day: those who could know, and when they speak
SELECT DISTINCT w.k, w.v, w.speaker, w.why, r.day
FROM voice w JOIN heard h ON h.k = w.k AND h.v = w.v AND h.speaker = w.speaker
  JOIN root_day r ON r.claim = h.claim AND r.speaker = h.speaker
WHERE w.why IN ('named', 'joint', 'described', 'document')
