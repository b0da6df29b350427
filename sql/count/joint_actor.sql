-- k, v, speaker, actor: whom those of a joint statement cannot be told apart from
SELECT DISTINCT w.k, w.v, w.speaker, j.member AS actor
FROM witness w JOIN joint j ON j.speaker = w.speaker WHERE w.why = 'joint'
UNION
SELECT w.k, w.v, w.speaker, u.larger
FROM witness w JOIN joint j ON j.speaker = w.speaker
  JOIN up_to_state u ON u.actor = j.member AND w.day BETWEEN u.since AND u.until
WHERE w.why = 'joint'
