-- k: some denial does not go back to those alone who vouch
SELECT DISTINCT x.k
FROM opposed x JOIN end_name e ON e.claim = x.claim
  LEFT JOIN vouching_speaker s ON s.k = x.k AND s.speaker = e.speaker
WHERE x.does = 'denying' AND s.k IS NULL
