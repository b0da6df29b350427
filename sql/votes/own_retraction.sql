-- claim, other: retractions with what all who said it take back
SELECT r.claim, r.other
FROM retraction r JOIN claim_speaker s ON s.claim = r.other
  LEFT JOIN claim_speaker t ON t.claim = r.claim AND t.speaker = s.speaker
GROUP BY r.claim, r.other HAVING count(*) = count(t.speaker)
