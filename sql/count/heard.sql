-- k, v, speaker, claim, firm, unsure, hidden: the roots of each speaker; v is 'b' as if nothing were questioned
SELECT r.k, 'a' AS v, s.speaker, r.root AS claim, r.firm, r.unsure, r.hidden
FROM reached r JOIN root_speaker s ON s.claim = r.root LEFT JOIN leaning l ON l.k = r.k AND l.speaker = s.speaker
WHERE s.speaker IS NOT NULL AND l.k IS NULL
UNION ALL
SELECT r.k, 'b', s.speaker, r.root, r.firm OR r.unsure, false, r.hidden
FROM (SELECT DISTINCT k FROM reached WHERE unsure) q JOIN reached r ON r.k = q.k JOIN root_speaker s ON s.claim = r.root
  LEFT JOIN leaning l ON l.k = r.k AND l.speaker = s.speaker
WHERE s.speaker IS NOT NULL AND l.k IS NULL
