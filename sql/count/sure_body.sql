-- k, v, speaker, label: the sure voices by body
SELECT s.k, s.v, s.speaker, coalesce(b.label, s.speaker) AS label
FROM sure_voice s LEFT JOIN body b ON b.k = s.k AND b.v = s.v AND b.actor = s.speaker
